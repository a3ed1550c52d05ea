// The words of slides: few breakouts have some.

import type * as slides from './en/slides';
import type { LanguageCode } from '.';
import { withPart } from './words_part';

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
export const withSlides = withPart(slidesWordsIn, (part) => (slidesWords = part));
