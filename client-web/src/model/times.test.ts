import { describe, expect, it } from 'vitest';
import { lampOf, nowAndNext, SOON_MS } from './lamps';
import { cityOf, dayDifference, timeIn } from './zones';
import { cities, longDayOf, shortDayOf } from './zones_more';

const HOUR = 3_600_000;
const at = Date.parse('2026-04-21T14:42:00Z');
const nobody = { visitors: 0, attended: false, needsVisitors: false };

describe('zones', () => {
  it('show the hour of the city', () => {
    expect(timeIn('Africa/Lagos', at)).toBe('15:42');
    expect(timeIn('America/Los_Angeles', at)).toBe('07:42');
    expect(timeIn('Asia/Kolkata', at)).toBe('20:12');
  });
  it('count days as a calendar on the wall does', () => {
    expect(dayDifference('Africa/Lagos', at, Date.parse('2026-04-21T22:59:00Z'))).toBe(0);
    expect(dayDifference('Africa/Lagos', at, Date.parse('2026-04-21T23:00:00Z'))).toBe(1);
    expect(dayDifference('America/Los_Angeles', at, Date.parse('2026-04-21T23:00:00Z'))).toBe(0);
    expect(dayDifference('Africa/Lagos', at, Date.parse('2026-04-19T12:00:00Z'))).toBe(-2);
  });
  it('are named by cities', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(cities('en-GB', ['Europe/Zurich', 'Africa/Lagos']).map((each) => each.city)).toEqual([
      'Lagos',
      'Zurich',
    ]);
  });
  it('write a day out', () => {
    expect(longDayOf('en-GB', '2026-04-21')).toBe('Tuesday 21 April');
    expect(longDayOf('de-DE', '2026-04-21')).toBe('Dienstag, 21. April');
    expect(longDayOf('ja-JP', '2026-04-21')).toBe('4月21日火曜日');
    expect(longDayOf('en', 'soon')).toBe('soon');
    expect(shortDayOf('en-GB', '2026-04-21')).toBe('Tue 21 Apr');
    expect(shortDayOf('en', 'soon')).toBe('soon');
  });
});

describe('lamps', () => {
  const shift = (from: number, to: number) => ({ startMs: at + from, endMs: at + to });
  it('are on while an author stands there, until the shift ends', () => {
    const lamp = lampOf({ ...nobody, attended: true }, [shift(-HOUR, HOUR), shift(5 * HOUR, 7 * HOUR)], at);
    expect(lamp).toEqual({ state: 'on', atMs: at + HOUR, due: false, thenMs: at + 5 * HOUR });
  });
  it('are half when somebody is due within 20 minutes', () => {
    expect(lampOf(nobody, [shift(SOON_MS, HOUR)], at)).toMatchObject({
      state: 'soon',
      atMs: at + SOON_MS,
      due: false,
    });
    expect(lampOf(nobody, [shift(SOON_MS + 1, HOUR)], at)).toMatchObject({
      state: 'off',
      atMs: at + SOON_MS + 1,
    });
  });
  it('say when an author is due and not there', () => {
    expect(lampOf(nobody, [shift(-HOUR, HOUR)], at)).toMatchObject({
      state: 'soon',
      due: true,
      atMs: at + HOUR,
    });
  });
  it('are off without a plan, and after the last shift', () => {
    expect(lampOf(nobody, [], at)).toMatchObject({ state: 'off', atMs: 0 });
    expect(lampOf(nobody, [shift(-2 * HOUR, -HOUR)], at)).toMatchObject({ state: 'off', atMs: 0 });
  });
});

describe('now and next', () => {
  it('are those that run and the first to come; days without hours are neither', () => {
    const sessions = [
      { id: 'a', span: { startMs: at - HOUR, endMs: at + HOUR } },
      { id: 'b', span: { startMs: at + 2 * HOUR, endMs: at + 3 * HOUR } },
      { id: 'c', span: { startMs: at + HOUR, endMs: at + 2 * HOUR } },
      { id: 'd' },
    ];
    const { now, next } = nowAndNext(sessions, at);
    expect(now.map((each) => each.id)).toEqual(['a']);
    expect(next?.id).toBe('c');
  });
});
