import { describe, expect, it } from 'vitest';
import { bindsOne, byDay, clashesWith, daysBetween, eventHours, hoursOn } from './programme';
import type { ProgrammeSession, Span } from './values';

const span = (start: string, end: string): Span => ({ startMs: Date.parse(start), endMs: Date.parse(end) });
const evening = span('2021-04-21T15:00:00-07:00', '2021-04-21T18:00:00-07:00');
const base = {
  audience: '',
  place: '',
  room: 0,
  people: [],
  summary: '',
  change: 0,
  day: '2021-04-21',
  sponsor: '',
  stream: '',
  streamPublic: false,
  recording: '',
};

describe('the programme’s hours', () => {
  it('are mine, the event’s beside them, each with its day (April 21 2021, Pacific)', () => {
    const lagos = hoursOn('Africa/Lagos', evening, '2021-04-21');
    expect(lagos).toEqual({ from: { time: '23:00', days: 0 }, to: { time: '02:00', days: 1 } });
    expect(eventHours('America/Los_Angeles', lagos, evening, '2021-04-21')).toEqual({
      from: { time: '15:00', days: 0 },
      to: { time: '18:00', days: 0 },
    });
    const tokyo = hoursOn('Asia/Tokyo', evening, '2021-04-22');
    expect(tokyo).toEqual({ from: { time: '07:00', days: 0 }, to: { time: '10:00', days: 0 } });
    expect(eventHours('America/Los_Angeles', tokyo, evening, '2021-04-22')?.from).toEqual({
      time: '15:00',
      days: -1,
    });
  });

  it('are said once where they are the same, and when nobody knows the event’s zone', () => {
    const mine = hoursOn('America/Vancouver', evening, '2021-04-21');
    expect(eventHours('America/Los_Angeles', mine, evening, '2021-04-21')).toBeNull();
    expect(eventHours('', mine, evening, '2021-04-21')).toBeNull();
  });

  it('stand under the reader’s day (December 2 2022, Central)', () => {
    const posters = span('2022-12-02T10:00:00-06:00', '2022-12-02T19:00:00-06:00');
    const sessions: ProgrammeSession[] = [
      { ...base, id: 'a', title: 'a', kind: 3, day: '2022-12-02', span: posters },
      { ...base, id: 'b', title: 'b', kind: 8, day: '2022-12-02' },
    ];
    expect(
      byDay(sessions, 'Asia/Tokyo').map(({ day, entries: of }) => [day, of.map(({ id }) => id)]),
    ).toEqual([
      ['2022-12-02', ['b']],
      ['2022-12-03', ['a']],
    ]);
    expect(byDay(sessions, 'Africa/Lagos')).toHaveLength(1);
    expect(hoursOn('Africa/Lagos', posters, '2022-12-02').to).toEqual({ time: '02:00', days: 1 });
  });

  it('follow the wall through the nights in which clocks change', () => {
    // Berlin 2026: forward on March 29 at 02:00, back on October 25 at 03:00.
    const forward = span('2026-03-28T22:00:00Z', '2026-03-29T01:30:00Z');
    expect(hoursOn('Europe/Berlin', forward, '2026-03-28')).toEqual({
      from: { time: '23:00', days: 0 },
      to: { time: '03:30', days: 1 },
    });
    const back = span('2026-10-24T21:00:00Z', '2026-10-25T01:30:00Z');
    expect(hoursOn('Europe/Berlin', back, '2026-10-24')).toEqual({
      from: { time: '23:00', days: 0 },
      to: { time: '02:30', days: 1 },
    });
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });
});

describe('what meets at one time', () => {
  const one = (id: string, start: string, end: string) => ({
    id,
    title: id,
    span: span(`2021-04-21T${start}Z`, `2021-04-21T${end}Z`),
  });
  const talk = one('talk', '10:00', '10:40');

  it('is what runs during the other, not what ends as it begins', () => {
    const all = [
      talk,
      one('before', '09:20', '10:00'),
      one('after', '10:40', '11:20'),
      one('into', '10:39', '11:00'),
      one('around', '09:00', '12:00'),
      one('within', '10:10', '10:20'),
    ];
    expect(clashesWith(talk, all).map(({ id }) => id)).toEqual(['around', 'within', 'into']);
    expect(clashesWith(one('before', '09:20', '10:00'), [talk])).toEqual([]);
  });

  it('is nothing one walks about: exhibition, lunch, networking', () => {
    const kinds = [1, 2, 3, 4, 5, 6, 7, 8].map((kind) => ({ ...base, id: '', title: '', kind }));
    expect(kinds.filter(bindsOne).map(({ kind }) => kind)).toEqual([1, 2, 4, 5, 6]);
  });
});
