// The page's beginning: which door is this, and what must be loaded for it. Everything else is reached from here.
//   /join#TOKEN  a personal link     /  the hall, or the event for who has no session     /p/312  a poster
//   /stream, /stream/ID  streams that are open to everybody
//   /author, /author/312  an author's page of their poster

import './styles/tokens.css';
import './styles/kit.css';
import './styles/kit_parts.css';
import './styles/controls.css';
import { mount, unmount } from 'svelte';
import { joining } from './intents/joining';
import { Settings } from './model/settings';
import type { TextStore } from './model/settings';
import { applyTheme } from './ui/theme';
import { speakAsChosen } from './ui/spoken.svelte';
import { withDoor } from './words';

/** Where to land after a personal link, and how long that is remembered. */
const THEN_KEY = 'posterhall.then';
const THEN_MS = 24 * 3_600_000;

/** The browser's storage; where it keeps nothing, one that lasts as long as the page. */
function storage(of: 'localStorage' | 'sessionStorage'): TextStore {
  try {
    const store = window[of];
    store.setItem('posterhall.kept', '1');
    return store;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      forgets: true,
    };
  }
}

const local = storage('localStorage');
const settings = new Settings(local, {
  theme: 'system',
  reduceMotion: false,
  letterKeys: true,
  language: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  view: matchMedia('(max-width: 47.99em)').matches ? 'list' : 'hall',
  go: 'auto',
  map: true,
  remind: false,
  wakesAt: 7,
  sleepsAt: 23,
});
applyTheme(settings);
settings.onChange(() => applyTheme(settings));
// On its way while the rest is fetched; no page is shown without its words.
const spoken = speakAsChosen(settings);

const target = document.querySelector<HTMLElement>('#app') ?? document.body;
let shown: ReturnType<typeof mount> | null = null;

async function clear(): Promise<void> {
  if (shown) await unmount(shown);
  shown = null;
}

function posterInAddress(): string {
  const match = /^\/p\/([^/]+)\/?$/.exec(location.pathname);
  return match ? decodeURIComponent(match[1] ?? '') : '';
}

function rememberPoster(name: string): void {
  if (name !== '') local.setItem(THEN_KEY, JSON.stringify({ name, atMs: Date.now() }));
}

function rememberedPoster(): string {
  try {
    const { name, atMs } = JSON.parse(local.getItem(THEN_KEY) ?? '{}') as { name?: string; atMs?: number };
    local.setItem(THEN_KEY, '{}');
    return typeof name === 'string' && Date.now() - Number(atMs) < THEN_MS ? name : '';
  } catch {
    return '';
  }
}

/** The poster's name, '' for one's own; null = another address. */
function authorInAddress(): string | null {
  const match = /^\/author(?:\/([^/]*))?\/?$/.exec(location.pathname);
  return match ? decodeURIComponent(match[1] ?? '') : null;
}

async function showHall(poster: string, arrived = false): Promise<void> {
  await clear();
  const [{ startHall }] = await Promise.all([import('./start_hall'), spoken]);
  shown = startHall(target, settings, storage('sessionStorage'), poster, authorInAddress(), arrived);
}

async function showJoin(token: string): Promise<void> {
  const { default: JoinPage } = await withDoor(import('./ui/join/JoinPage.svelte'));
  await spoken;
  await clear();
  const onentered = (): void => {
    const poster = rememberedPoster();
    history.replaceState(null, '', poster === '' ? '/' : `/p/${encodeURIComponent(poster)}`);
    void showHall(poster, true);
  };
  shown = mount(JoinPage, { target, props: { token, settings, joining, onentered } });
}

async function showLanding(poster: string): Promise<void> {
  const { default: LandingPage } = await withDoor(import('./ui/landing/LandingPage.svelte'));
  await spoken;
  await clear();
  shown = mount(LandingPage, { target, props: { settings, joining, poster } });
}

/** The session's id, '' for all; null = another address. */
function streamInAddress(): string | null {
  const match = /^\/stream(?:\/(.*))?$/.exec(location.pathname);
  return match ? decodeURIComponent(match[1] ?? '') : null;
}

async function showStreams(session: string): Promise<void> {
  await spoken;
  const { default: StreamPage } = await import('./ui/stream/page_door').then(({ page }) => page());
  shown = mount(StreamPage, { target, props: { settings, joining, session } });
}

async function begin(): Promise<void> {
  const stream = streamInAddress();
  if (stream !== null) {
    await showStreams(stream);
    return;
  }
  if (location.pathname === '/join' || location.pathname === '/join/') {
    const token = decodeURIComponent(location.hash.slice(1));
    // The token is a key to a person: it leaves the address bar and the history at once and lives in memory only.
    history.replaceState(null, '', `/join${location.search}`);
    await showJoin(token);
    return;
  }
  const poster = posterInAddress();
  const session = await joining.session();
  if (session.ok) await showHall(poster);
  else {
    rememberPoster(poster);
    await showLanding(poster);
  }
}

// The same link opened again in this tab only changes the fragment.
addEventListener('hashchange', () => {
  if (location.pathname.startsWith('/join') && location.hash.length > 1) void begin();
});
void begin();
