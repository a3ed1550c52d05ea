import { describe, expect, it } from 'vitest';
import { whatIsOn } from './on_now';
import type { MySessions } from './on_now';
import type { ProgrammeSession } from './values';

const KINDS = { opening: 2, exhibition: 3, breakout: 4, talks: 5, panel: 6, lunch: 7, networking: 8 };

function session(
  id: string,
  kind: keyof typeof KINDS,
  start: string,
  end: string,
  day = start.slice(0, 10),
): ProgrammeSession {
  const span = { startMs: Date.parse(start), endMs: Date.parse(end) };
  return {
    id,
    title: id,
    kind: KINDS[kind],
    audience: '',
    place: '',
    room: 0,
    people: [],
    summary: '',
    change: 0,
    sponsor: '',
    stream: '',
    streamPublic: false,
    recording: '',
    day,
    span,
  };
}

const nobody: MySessions = { inside: () => false, chosen: () => false };
const only = (...ids: string[]): MySessions => ({
  inside: () => false,
  chosen: (each) => ids.includes(each.id),
});
const at = (when: string): number => Date.parse(when);

/** April 21 2021, Pacific (-07:00), with its two exhibition sessions. */
const april = [
  session('opening-am', 'opening', '2021-04-21T08:00:00-07:00', '2021-04-21T09:00:00-07:00'),
  session('exhibition-am', 'exhibition', '2021-04-21T09:00:00-07:00', '2021-04-21T12:00:00-07:00'),
  session('networking', 'networking', '2021-04-21T09:00:00-07:00', '2021-04-21T19:00:00-07:00'),
  session('breakout', 'breakout', '2021-04-21T10:00:00-07:00', '2021-04-21T10:40:00-07:00'),
  session('breakout-2', 'breakout', '2021-04-21T10:00:00-07:00', '2021-04-21T10:50:00-07:00'),
  session('opening-pm', 'opening', '2021-04-21T15:00:00-07:00', '2021-04-21T16:00:00-07:00'),
  session('exhibition-pm', 'exhibition', '2021-04-21T15:00:00-07:00', '2021-04-21T18:00:00-07:00'),
];
const ids = (when: string, mine: MySessions = nobody): string[] =>
  whatIsOn(april, at(when), mine).now.map(({ id }) => id);

describe('on now', () => {
  it('is the most particular first: talks before the exhibition before breakouts of others before what is on all day', () => {
    expect(ids('2021-04-21T15:30:00-07:00')).toEqual(['opening-pm', 'exhibition-pm', 'networking']);
    expect(ids('2021-04-21T10:10:00-07:00')).toEqual([
      'exhibition-am',
      'breakout',
      'breakout-2',
      'networking',
    ]);
    expect(ids('2021-04-21T18:30:00-07:00')).toEqual(['networking']);
  });

  it('puts what I chose before the rest, and where I am before that', () => {
    expect(ids('2021-04-21T15:30:00-07:00', only('networking'))[0]).toBe('networking');
    expect(ids('2021-04-21T10:10:00-07:00', only('breakout-2', 'exhibition-am'))).toEqual([
      'breakout-2',
      'exhibition-am',
      'breakout',
      'networking',
    ]);
    const inside: MySessions = { inside: (each) => each.id === 'breakout', chosen: () => true };
    expect(ids('2021-04-21T10:10:00-07:00', inside)[0]).toBe('breakout');
  });

  it('begins with its first second and is over with its last', () => {
    expect(ids('2021-04-21T15:59:59-07:00')[0]).toBe('opening-pm');
    expect(ids('2021-04-21T16:00:00-07:00')[0]).toBe('exhibition-pm');
    expect(ids('2021-04-21T07:59:59-07:00')).toEqual([]);
    expect(ids('2021-04-21T08:00:00-07:00')).toEqual(['opening-am']);
  });

  it('knows what comes next; of two at once the more particular', () => {
    const next = (when: string): string | undefined => whatIsOn(april, at(when), nobody).next?.id;
    expect(next('2021-04-21T08:30:00-07:00')).toBe('exhibition-am');
    expect(next('2021-04-21T12:30:00-07:00')).toBe('opening-pm');
    expect(next('2021-04-21T15:00:00-07:00')).toBeUndefined();
    expect(whatIsOn(april, at('2021-04-21T09:50:00-07:00'), only('breakout-2')).next?.id).toBe('breakout-2');
  });

  it('tells the countdown to a day from a pause in it', () => {
    const begins = (when: string): boolean => whatIsOn(april, at(when), nobody).begins;
    expect(begins('2021-04-20T20:00:00-07:00')).toBe(true);
    expect(begins('2021-04-21T07:59:00-07:00')).toBe(true);
    expect(begins('2021-04-21T08:10:00-07:00')).toBe(false);
    const pause = april.filter(({ id }) => id !== 'networking');
    expect(whatIsOn(pause, at('2021-04-21T13:00:00-07:00'), nobody)).toMatchObject({
      now: [],
      begins: false,
    });
    expect(begins('2021-04-21T20:00:00-07:00')).toBe(false);
  });

  it('counts the second of two days anew (December 1 and 2 2022, Central, -06:00)', () => {
    const december = [
      session('keynote', 'talks', '2022-12-01T09:00:00-06:00', '2022-12-01T12:00:00-06:00'),
      session('posters', 'exhibition', '2022-12-02T10:00:00-06:00', '2022-12-02T19:00:00-06:00'),
      session('lunch', 'lunch', '2022-12-02T12:00:00-06:00', '2022-12-02T13:00:00-06:00'),
      { ...session('by-day', 'networking', '2022-12-02T00:00:00Z', '2022-12-02T00:00:00Z'), span: undefined },
    ];
    const on = (when: string) => whatIsOn(december, at(when), nobody);
    expect(on('2022-12-01T20:00:00-06:00')).toMatchObject({ begins: true, next: { id: 'posters' } });
    expect(on('2022-12-02T12:30:00-06:00').now.map(({ id }) => id)).toEqual(['posters', 'lunch']);
  });

  it('takes no notice of clocks that go forward or back', () => {
    // Berlin, March 29 2026: 02:00 becomes 03:00. A session from 01:30 to 03:30 lasts one hour.
    const night = [
      session('night', 'talks', '2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00'),
      session('long', 'talks', '2026-03-29T01:00:00+01:00', '2026-03-29T04:00:00+02:00'),
    ];
    expect(whatIsOn(night, at('2026-03-29T01:15:00Z'), nobody).now.map(({ id }) => id)).toEqual([
      'night',
      'long',
    ]);
    expect(whatIsOn(night, at('2026-03-29T01:30:00Z'), nobody).now.map(({ id }) => id)).toEqual(['long']);
  });
});
