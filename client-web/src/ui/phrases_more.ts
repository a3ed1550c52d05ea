// Values of the model in words, for what is not on the first screen.

import type { Catalogue } from '../model/catalogue';
import type { ProgrammeSession, Whereabouts } from '../model/values';
import { cityOf, dayDifference, timeIn } from '../model/zones';
import { hourIn, weekday } from '../model/zones_more';
import { words } from '../words';

/** On a board: "00:00 +1". */
export function atShort(zone: string, ms: number, nowMs: number): string {
  const days = dayDifference(zone, nowMs, ms);
  return days === 0 ? timeIn(zone, ms) : `${timeIn(zone, ms)} ${words.time.plusShort(days)}`;
}

export function greeting(zone: string, nowMs: number, name: string): string {
  const hour = hourIn(zone, nowMs);
  if (hour < 12) return words.time.morning(name);
  return hour < 18 ? words.time.afternoon(name) : words.time.evening(name);
}

export function whereWords(where: Whereabouts | null, catalogue: Catalogue): string {
  switch (where?.case) {
    case 'booth':
      return words.place.atBooth(where.value);
    case 'room':
      return words.place.inRoom(catalogue.room(where.value)?.name ?? '');
    case 'aisle':
      return words.place.aisle(where.value);
    case 'table':
      return words.place.atTable(where.value + 1);
    case 'stage':
      return words.place.atStage;
    case 'foyer':
      return words.place.foyer;
    case 'notHere':
      return words.place.notHere;
    default:
      return words.place.hidden;
  }
}

export interface SessionTimes {
  readonly time: string;
  readonly note: string;
}

/** A session's hours with what is worth saying: open now, over, until another day. */
export function sessionTimes(session: ProgrammeSession, zone: string, nowMs: number): SessionTimes {
  if (!session.span) return { time: session.day, note: words.time.dayOnly };
  const { startMs, endMs } = session.span;
  const time = words.time.range(timeIn(zone, startMs), timeIn(zone, endMs));
  const startDays = dayDifference(zone, nowMs, startMs);
  const endDays = dayDifference(zone, nowMs, endMs);
  if (nowMs >= endMs) return { time, note: words.time.over };
  if (nowMs >= startMs && endDays === 0) return { time, note: words.time.openNow };
  const day = weekday(words.locale, zone, endMs);
  if (startDays !== endDays)
    return { time, note: `${words.time.untilDay(day)}, ${words.time.plusDays(endDays)}` };
  if (startDays === 0) return { time, note: '' };
  return {
    time,
    note: `${day}, ${startDays > 0 ? words.time.plusDays(startDays) : words.time.minusDays(-startDays)}`,
  };
}

/** The day sections and clocks name cities. */
export function myTime(zone: string, ms: number): string {
  return `${timeIn(zone, ms)} ${cityOf(zone)}`;
}
