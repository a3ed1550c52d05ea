// Theme and motion on the page's root, where tokens.css reads them.

import type { Settings } from '../model/settings';

const asked = new URLSearchParams(location.search).get('theme');

/** `?theme=dark` or `?theme=light` wins over the setting, for pictures. */
export function applyTheme(settings: Settings): void {
  const { theme, reduceMotion } = settings.values;
  const root = document.documentElement;
  const forced = asked === 'dark' || asked === 'light' ? asked : theme;
  if (forced === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = forced;
  if (reduceMotion) root.dataset['motion'] = 'reduced';
  else delete root.dataset['motion'];
}

export function systemReducesMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
