// The lamp's rule over time, as somebody in each of three zones reads it: across midnight, and on the nights the clocks
// change. The hall counts in moments; only the words know zones.

import { describe, expect, it } from 'vitest';
import { lampMore, lampWords } from './phrases';
import { lampOf } from '../model/lamps';
import type { Span } from '../model/values';

const nobody = { visitors: 0, attended: false, needsVisitors: false };
const author = { visitors: 0, attended: true, needsVisitors: false };
const t = (time: string): number => Date.parse(time);
const shift = (from: string, to: string): Span => ({ startMs: t(from), endMs: t(to) });

describe('the lamp', () => {
  const shifts = [
    shift('2026-04-21T22:00:00Z', '2026-04-22T01:00:00Z'),
    shift('2026-04-21T13:00:00Z', '2026-04-21T15:00:00Z'),
  ];
  const at = (time: string, fact = nobody) => lampOf(fact, shifts, t(time));

  it('is on while an author stands there, planned or not', () => {
    expect(at('2026-04-21T14:00:00Z', author)).toEqual({
      state: 'on',
      atMs: t('2026-04-21T15:00:00Z'),
      due: false,
      thenMs: t('2026-04-21T22:00:00Z'),
    });
    expect(at('2026-04-21T10:00:00Z', author)).toMatchObject({ state: 'on', atMs: 0 });
    expect(lampOf(author, [], t('2026-04-21T10:00:00Z'))).toMatchObject({ state: 'on', atMs: 0, thenMs: 0 });
  });
  it('is half from twenty minutes before a shift, to the second', () => {
    expect(at('2026-04-21T12:39:59Z')).toMatchObject({ state: 'off', atMs: t('2026-04-21T13:00:00Z') });
    expect(at('2026-04-21T12:40:00Z')).toMatchObject({ state: 'soon', due: false });
    expect(at('2026-04-21T12:59:59Z')).toMatchObject({ state: 'soon', due: false });
    expect(at('2026-04-21T13:00:00Z')).toMatchObject({ state: 'soon', due: true });
  });
  it('is off between shifts and after the last, with the next time or none', () => {
    expect(at('2026-04-21T15:00:00Z')).toMatchObject({ state: 'off', atMs: t('2026-04-21T22:00:00Z') });
    expect(at('2026-04-22T01:00:00Z')).toEqual({ state: 'off', atMs: 0, due: false, thenMs: 0 });
  });
});

describe('the lamp’s words', () => {
  const said = (zone: string, shifts: readonly Span[], now: string): string =>
    lampWords(lampOf(nobody, shifts, t(now)), zone, t(now));

  it('name the day only past the reader’s own midnight', () => {
    const evening = [shift('2026-04-21T22:30:00Z', '2026-04-22T01:00:00Z')];
    expect(said('Africa/Lagos', evening, '2026-04-21T14:00:00Z')).toBe('Next 23:30');
    expect(said('Europe/Berlin', evening, '2026-04-21T14:00:00Z')).toBe('Next 00:30 +1 day');
    expect(said('America/Los_Angeles', evening, '2026-04-21T14:00:00Z')).toBe('Next 15:30');
    expect(said('Europe/Berlin', evening, '2026-04-21T22:15:00Z')).toBe('Back 00:30');
    const lamp = lampOf(author, evening, t('2026-04-21T22:45:00Z'));
    expect(lampMore(lamp, 'Africa/Lagos', t('2026-04-21T22:45:00Z'))).toBe('Until 02:00 +1 day');
    expect(lampMore(lamp, 'Europe/Berlin', t('2026-04-21T22:45:00Z'))).toBe('Until 03:00');
  });
  it('hold in the night the clocks go back: the hour that is there twice', () => {
    // Berlin, 25 October 2026: 03:00 summer time is 02:00 winter time, at 01:00 UTC.
    const night = [shift('2026-10-25T01:10:00Z', '2026-10-25T02:30:00Z')];
    expect(said('Europe/Berlin', night, '2026-10-25T00:40:00Z')).toBe('Next 02:10');
    expect(said('Europe/Berlin', night, '2026-10-25T00:50:00Z')).toBe('Back 02:10');
    expect(said('Africa/Lagos', night, '2026-10-25T00:50:00Z')).toBe('Back 02:10');
    expect(said('America/New_York', night, '2026-10-25T00:50:00Z')).toBe('Back 21:10');
  });
  it('hold in the night the clocks go forward: twenty minutes stay twenty minutes', () => {
    // New York, 8 March 2026: 02:00 is 03:00, at 07:00 UTC.
    const night = [shift('2026-03-08T07:10:00Z', '2026-03-08T08:00:00Z')];
    expect(said('America/New_York', night, '2026-03-08T06:49:59Z')).toBe('Next 03:10');
    expect(said('America/New_York', night, '2026-03-08T06:50:00Z')).toBe('Back 03:10');
    expect(said('Asia/Tokyo', night, '2026-03-08T06:50:00Z')).toBe('Back 16:10');
    expect(said('Europe/Berlin', night, '2026-03-08T06:50:00Z')).toBe('Back 08:10');
  });
});
