// The words of organisers' screens: coverage, announcing, the desk of hours and sessions.

import type * as organiser from './en/organiser';
import type { LanguageCode } from '.';
import { withPart } from './words_part';

export type Organiser = typeof organiser;

const LANGUAGES: Readonly<Record<LanguageCode, () => Promise<Organiser>>> = {
  en: () => import('./en/organiser'),
  de: () => import('./de/organiser'),
  ja: () => import('./ja/organiser'),
};

export let organiserWords: Organiser;

/** Those of one language, whatever is spoken. */
export function organiserWordsIn(code: LanguageCode): Promise<Organiser> {
  return LANGUAGES[code]();
}

/** What is loaded later comes with its words. */
export const withOrganiser = withPart(organiserWordsIn, (part) => (organiserWords = part));
