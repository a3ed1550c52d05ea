// Times in somebody's zone, cities instead of letters, and days past midnight. Pure; the browser's Intl does the work.

const formats = new Map<string, Intl.DateTimeFormat>();

export function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    try {
      made = new Intl.DateTimeFormat(locale, options);
    } catch {
      made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    }
    formats.set(key, made);
  }
  return made;
}

/** "15:42": the hall counts 24 hours in every language, so that two people never mean different ones. */
export function timeIn(zone: string, ms: number): string {
  return format('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
}

/** "2026-04-21" */
export function dayIn(zone: string, ms: number): string {
  return format('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms);
}

/** Whole days from the day of `fromMs` to the day of `toMs`, as a calendar on the wall of that zone counts. */
export function dayDifference(zone: string, fromMs: number, toMs: number): number {
  const day = (ms: number): number => Date.parse(`${dayIn(zone, ms)}T00:00:00Z`);
  return Math.round((day(toMs) - day(fromMs)) / 86_400_000);
}

/** "Lagos" from "Africa/Lagos", "Buenos Aires" from "America/Argentina/Buenos_Aires". */
export function cityOf(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}
