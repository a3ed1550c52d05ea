// Days, abbreviations and walls of somebody's zone, for what is not on the first screen. Pure.

import { cityOf, dayIn, format, timeIn } from './zones';

/** "Tuesday 21 April", "Dienstag, 21. April", "4月21日火曜日" for a moment. */
export function longDay(locale: string, zone: string, ms: number): string {
  const day = format(locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }).format(ms);
  return locale.startsWith('en') ? day.replace(',', '') : day;
}

/** The same for a day written as 2026-04-21. */
export function longDayOf(locale: string, day: string): string {
  const ms = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(ms) ? day : longDay(locale, 'UTC', ms);
}

/** "Tue 21 Apr", "Di., 21. Apr.", "4月21日(火)" for a day written as 2026-04-21. */
export function shortDayOf(locale: string, day: string): string {
  const ms = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(ms)) return day;
  const short = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const text = format(locale, { timeZone: 'UTC', ...short }).format(ms);
  return locale.startsWith('en') ? text.replace(',', '') : text;
}

/** "Tuesday" */
export function weekday(locale: string, zone: string, ms: number): string {
  return format(locale, { timeZone: zone, weekday: 'long' }).format(ms);
}

/** "WAT", "CEST", "MESZ" or "GMT+1": for one who asks which zone a city is in. */
export function zoneAbbreviation(locale: string, zone: string, ms: number): string {
  const parts = format(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(ms);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

export interface City {
  readonly zone: string;
  readonly city: string;
  /** "Africa" */
  readonly region: string;
}

/** Every city the browser knows, by name. */
export function cities(locale: string, zones: readonly string[]): readonly City[] {
  const { compare } = new Intl.Collator(locale);
  return zones
    .map((zone) => ({ zone, city: cityOf(zone), region: (zone.split('/')[0] ?? '').replaceAll('_', ' ') }))
    .sort((a, b) => compare(a.city, b.city));
}

/** 0..23 */
export function hourIn(zone: string, ms: number): number {
  return Number(timeIn(zone, ms).slice(0, 2));
}

/** "2026-04-21T14:30" as the clock on the wall of that zone has it. */
export function wallTime(zone: string, ms: number): string {
  return `${dayIn(zone, ms)}T${timeIn(zone, ms)}`;
}

/** The moment at which that clock shows this; of two (when clocks go back) the first, of none the next there is. */
export function momentOf(zone: string, wall: string): number {
  const wanted = Date.parse(`${wall.slice(0, 16)}:00Z`);
  const off = (ms: number): number => Date.parse(`${wallTime(zone, ms)}:00Z`) - ms;
  const guesses = [off(wanted - 86_400_000), off(wanted + 86_400_000)].map((each) => wanted - each);
  const fits = guesses.filter((guess) => wallTime(zone, guess) === wall.slice(0, 16));
  return Math.min(...(fits.length > 0 ? fits : [Math.max(...guesses)]));
}
