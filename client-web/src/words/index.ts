// The words in use. A language is a folder beside this file, of the same shape as en/; this is the one place that
// chooses. What a language says is loaded in three parts, so that a first screen does not wait for every dialog's words:
//   words      everywhere; there before anything is shown
//   doorWords  landing and join page; there with what `withDoor` loads
//   moreWords  the picture, posters, search, sections, dialogs; there with what `withMore` loads
// Parts that few ever need are files of their own: slides_words.ts, stream_words.ts, organiser_words.ts.
// What is shown changes its language by being put on the page anew (HallApp, JoinPage, LandingPage).

import { LANGUAGES } from './languages';
import type { Door, LanguageCode, More, Words } from './languages';

export { LANGUAGE_CODES, languageFor, languageName } from './languages';
export type { Door, LanguageCode, More, Words };

export let words: Words;
export let doorWords: Door;
export let moreWords: More;

let spoken: LanguageCode | null = null;
let wanted: LanguageCode | null = null;
let doorAsked: Promise<void> | null = null;
let moreAsked: Promise<void> | null = null;

/** The language spoken now. */
export function language(): LanguageCode {
  return spoken ?? 'en';
}

/** Everything shown after this is in that language. Throws when it cannot be had; the language then stays. */
export async function speak(code: LanguageCode): Promise<void> {
  wanted = code;
  if (code === spoken) return;
  const { words: load, door: loadTheDoor, more: loadTheMore } = LANGUAGES[code];
  // All first: what is half in one language and half in another is worse than what was.
  const [loaded] = await Promise.all([load(), doorAsked && loadTheDoor(), moreAsked && loadTheMore()]);
  if (wanted !== code) return;
  spoken = code;
  words = loaded;
  await Promise.all([doorAsked && loadDoor(), moreAsked && loadMore()]);
}

async function loadDoor(): Promise<void> {
  let code: LanguageCode;
  do {
    code = language();
    doorWords = await LANGUAGES[code].door();
  } while (code !== language());
}

async function loadMore(): Promise<void> {
  let code: LanguageCode;
  do {
    code = language();
    moreWords = await LANGUAGES[code].more();
  } while (code !== language());
}

/** What is loaded later comes with its words. What did not come is asked for again the next time. */
export async function withDoor<T>(loaded: Promise<T>): Promise<T> {
  doorAsked ??= loadDoor().catch((why: unknown) => {
    doorAsked = null;
    throw why;
  });
  await doorAsked;
  return loaded;
}

export async function withMore<T>(loaded: Promise<T>): Promise<T> {
  moreAsked ??= loadMore().catch((why: unknown) => {
    moreAsked = null;
    throw why;
  });
  await moreAsked;
  return loaded;
}
