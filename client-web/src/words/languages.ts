// The languages there are. To add one: a folder like en/, and a line here (docs/languages.md).

import type * as door from './en/door';
import type * as more from './en/more';
import type * as words from './en/words';

export type Words = typeof words;
export type Door = typeof door;
export type More = typeof more;

/** Three parts of one language, each a file of its own for the browser. What en has and another lacks does not compile. */
export interface Language {
  /** In its own words. */
  readonly name: string;
  readonly words: () => Promise<Words>;
  readonly door: () => Promise<Door>;
  readonly more: () => Promise<More>;
}

export type LanguageCode = 'en' | 'de' | 'ja';

export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  en: {
    name: 'English',
    words: () => import('./en/words'),
    door: () => import('./en/door'),
    more: () => import('./en/more'),
  },
  de: {
    name: 'Deutsch',
    words: () => import('./de/words'),
    door: () => import('./de/door'),
    more: () => import('./de/more'),
  },
  ja: {
    name: '日本語',
    words: () => import('./ja/words'),
    door: () => import('./ja/door'),
    more: () => import('./ja/more'),
  },
};

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as LanguageCode[];

export function languageName(code: LanguageCode): string {
  return LANGUAGES[code].name;
}

/** What was chosen, else the first of the reader's languages that there is ("de-AT" is German), else English. */
export function languageFor(chosen: string, preferred: readonly string[]): LanguageCode {
  for (const tag of [chosen, ...preferred]) {
    const code = tag.toLowerCase().split('-')[0] ?? '';
    const found = LANGUAGE_CODES.find((each) => each === code);
    if (found) return found;
  }
  return 'en';
}
