// What meets at one time, in words.

import { clashesWith } from '../../model/programme';
import type { Appointment } from '../../model/programme';
import { moreWords, words } from '../../words';

/** "At the same time as “A” and “B”."; '' = nothing meets it. */
export function clashWords(one: Appointment, all: readonly Appointment[]): string {
  const titles = clashesWith(one, all).map(({ title, booth }) =>
    booth ? moreWords.programme.aShift(booth) : moreWords.programme.quoted(title),
  );
  if (titles.length === 0) return '';
  return moreWords.programme.sameTime(new Intl.ListFormat(words.locale).format(titles));
}
