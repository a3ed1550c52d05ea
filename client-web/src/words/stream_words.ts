// The words of streams: few first screens show one.

import type * as stream from './en/stream';
import type { LanguageCode } from '.';
import { withPart } from './words_part';

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
export const withStream = withPart(streamWordsIn, (part) => (streamWords = part));
