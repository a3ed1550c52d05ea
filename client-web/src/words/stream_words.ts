// The words of streams. Apart from index.ts, because few first screens show one: loaded by what shows them, in the
// language spoken then. What is shown changes its language by being put on the page anew, and so they are asked for again.

import type * as stream from './en/stream';
import { language } from '.';
import type { LanguageCode } from '.';

export type Stream = typeof stream;

const LANGUAGES: Readonly<Record<LanguageCode, () => Promise<Stream>>> = {
  en: () => import('./en/stream'),
  de: () => import('./de/stream'),
  ja: () => import('./ja/stream'),
};

export let streamWords: Stream;

/** Those of one language, whatever is spoken. */
export function streamWordsIn(code: LanguageCode): Promise<Stream> {
  return LANGUAGES[code]();
}

/** What is loaded later comes with its words. */
export async function withStream<T>(loaded: Promise<T>): Promise<T> {
  let code: LanguageCode;
  do {
    code = language();
    streamWords = await LANGUAGES[code]();
  } while (code !== language());
  return loaded;
}
