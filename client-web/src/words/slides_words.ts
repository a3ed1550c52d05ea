// The words of slides. Apart from index.ts, because few breakouts have some: loaded by what shows them, as
// stream_words.ts.

import type * as slides from './en/slides';
import { language } from '.';
import type { LanguageCode } from '.';

export type Slides = typeof slides;

const LANGUAGES: Readonly<Record<LanguageCode, () => Promise<Slides>>> = {
  en: () => import('./en/slides'),
  de: () => import('./de/slides'),
  ja: () => import('./ja/slides'),
};

export let slidesWords: Slides;

/** Those of one language, whatever is spoken. */
export function slidesWordsIn(code: LanguageCode): Promise<Slides> {
  return LANGUAGES[code]();
}

/** What is loaded later comes with its words. */
export async function withSlides<T>(loaded: Promise<T>): Promise<T> {
  let code: LanguageCode;
  do {
    code = language();
    slidesWords = await LANGUAGES[code]();
  } while (code !== language());
  return loaded;
}
