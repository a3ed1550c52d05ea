// Hours of the programme in words.

import type { WallMoment, WallSpan } from '../../model/programme';
import { words } from '../../words';

function dayWords(days: number): string {
  if (days === 0) return '';
  return ` ${days > 0 ? words.time.plusDays(days) : words.time.minusDays(-days)}`;
}

export function momentWords({ time, days }: WallMoment): string {
  return time + dayWords(days);
}

/** "23:00 to 02:00 +1 day", "15:00 to 18:00 −1 day" */
export function hoursWords({ from, to }: WallSpan): string {
  return from.days === to.days
    ? words.time.range(from.time, to.time) + dayWords(from.days)
    : words.time.range(momentWords(from), momentWords(to));
}
