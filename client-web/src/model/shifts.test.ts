// What a press makes of a shift, and what is said of it: over midnight, in three zones, in the nights the clocks
// change.

import { describe, expect, it } from 'vitest';

import * as shifts from './shifts';
import type { ShiftPiece, Shifts, ShiftSession } from './shifts';

const t = (time: string): number => Date.parse(time);
const span = (from: string, to: string) => ({ startMs: t(from), endMs: t(to) });
const ME = 1;
const DAVIT = 2;
const NOMVULA = 3;
const evening = (pieces: readonly ShiftPiece[] = []): ShiftSession => ({
  session: 'evening',
  title: 'Evening session',
  span: span('2026-04-21T22:00:00Z', '2026-04-22T02:00:00Z'),
  number: 0,
  pieces,
});
const piece = (person: number, from: string, to: string): ShiftPiece => ({ person, ...span(from, to) });
const WAKING = {
  from: 7,
  to: 23,
};

describe('a shift', () => {
  it('is taken whole, whatever the list said, and co-authors keep theirs', () => {
    const listed = evening([{ person: 0, ...evening().span }]);
    expect(shifts.takeWhole(listed, ME)).toEqual([{ person: ME, ...listed.span }]);
    const shared = evening([piece(DAVIT, '2026-04-21T23:00:00Z', '2026-04-22T00:00:00Z')]);
    expect(shifts.takeWhole(shared, ME).map((each) => each.person)).toEqual([ME, DAVIT]);
    expect(shifts.wholeIsMine({ ...listed, pieces: shifts.takeWhole(listed, ME) }, ME)).toBe(true);
    expect(shifts.wholeIsMine(shared, ME)).toBe(false);
  });
  it('is shortened within its session, and never to nothing', () => {
    const whole = evening([{ person: ME, ...evening().span }]);
    const late = shifts.reshape(whole, 0, span('2026-04-22T00:00:00Z', '2026-04-22T05:00:00Z'));
    expect(late).toEqual([piece(ME, '2026-04-22T00:00:00Z', '2026-04-22T02:00:00Z')]);
    expect(shifts.reshape(whole, 0, span('2026-04-22T00:00:00Z', '2026-04-22T00:01:00Z'))).toBe(whole.pieces);
    expect(shifts.reshape(whole, 7, whole.span)).toBe(whole.pieces);
  });
  it('is split with a co-author by the quarter of an hour, given, and given back', () => {
    const whole = evening([piece(ME, '2026-04-21T22:00:00Z', '2026-04-21T23:10:00Z')]);
    const halves = shifts.split(whole, 0, DAVIT);
    expect(halves).toEqual([
      piece(ME, '2026-04-21T22:00:00Z', '2026-04-21T22:30:00Z'),
      piece(DAVIT, '2026-04-21T22:30:00Z', '2026-04-21T23:10:00Z'),
    ]);
    const mine = { ...whole, pieces: halves };
    expect(shifts.give(mine, 1, ME)).toEqual(whole.pieces);
    expect(shifts.giveBack(mine, 0)).toEqual([halves[1]]);
  });
  it('gives away a part and keeps the rest, but no crumbs', () => {
    const whole = evening([piece(ME, '2026-04-21T22:00:00Z', '2026-04-22T00:00:00Z')]);
    const part = span('2026-04-21T22:03:00Z', '2026-04-21T22:40:00Z');
    expect(shifts.givePart(whole, 0, part, DAVIT)).toEqual([
      piece(DAVIT, '2026-04-21T22:03:00Z', '2026-04-21T22:40:00Z'),
      piece(ME, '2026-04-21T22:40:00Z', '2026-04-22T00:00:00Z'),
    ]);
    expect(shifts.givePart(whole, 0, part, 0)).toHaveLength(1);
  });
  it('that was chosen a moment ago is not undone by an older answer', () => {
    const answer = (number: number, pieces: readonly ShiftPiece[]): Shifts => ({
      poster: 'p',
      number: 411,
      authors: [],
      sessions: [{ ...evening(pieces), number }],
      hosting: [],
      ownHours: [],
    });
    const mine = answer(2, [{ person: ME, ...evening().span }]);
    expect(shifts.newest(mine, answer(1, [])).sessions[0]).toEqual(mine.sessions[0]);
    expect(shifts.newest(mine, answer(3, [])).sessions[0]?.pieces).toEqual([]);
    expect(shifts.newest(null, mine)).toBe(mine);
  });
  it('offers quarters of an hour and both ends', () => {
    const odd = span('2026-04-21T22:07:00Z', '2026-04-21T22:40:00Z');
    expect(shifts.steps(odd).map((at) => new Date(at).toISOString().slice(11, 16))).toEqual([
      '22:07',
      '22:15',
      '22:30',
      '22:40',
    ]);
  });
});

describe('waking hours', () => {
  const told = (zone: string, of: { startMs: number; endMs: number }) =>
    shifts.asleep(zone, of, WAKING).map((each) => [each.startMs, each.endMs]);
  it('are the reader’s own', () => {
    const { span: all } = evening();
    expect(told('Africa/Lagos', all)).toEqual([[t('2026-04-21T22:00:00Z'), t('2026-04-22T02:00:00Z')]]);
    expect(told('Europe/London', all)).toEqual([[t('2026-04-21T22:00:00Z'), t('2026-04-22T02:00:00Z')]]);
    expect(told('America/Los_Angeles', all)).toEqual([]);
    expect(told('Asia/Tokyo', all)).toEqual([]);
  });
  it('begin and end within a session', () => {
    const long = span('2026-04-21T19:00:00Z', '2026-04-22T07:00:00Z');
    expect(told('Europe/Berlin', long)).toEqual([[t('2026-04-21T21:00:00Z'), t('2026-04-22T05:00:00Z')]]);
  });
  it('hold in the nights the clocks change', () => {
    // Berlin, 25 October 2026: a night of one hour more; 29 March: of one less.
    const autumn = span('2026-10-24T20:00:00Z', '2026-10-25T07:00:00Z');
    expect(told('Europe/Berlin', autumn)).toEqual([[t('2026-10-24T21:00:00Z'), t('2026-10-25T06:00:00Z')]]);
    const spring = span('2026-03-28T20:00:00Z', '2026-03-29T07:00:00Z');
    expect(told('Europe/Berlin', spring)).toEqual([[t('2026-03-28T22:00:00Z'), t('2026-03-29T05:00:00Z')]]);
  });
  it('may go over midnight', () => {
    const night = { from: 18, to: 4 };
    expect(shifts.isAwake('Africa/Lagos', t('2026-04-21T23:30:00Z'), night)).toBe(true);
    expect(shifts.isAwake('Africa/Lagos', t('2026-04-22T03:30:00Z'), night)).toBe(false);
  });
});

describe('hosting elsewhere', () => {
  const all = (pieces: readonly ShiftPiece[]): Shifts => ({
    poster: 'p',
    number: 411,
    authors: [
      { person: ME, name: 'Ingrid', you: true },
      { person: DAVIT, name: 'Davit', you: false },
      { person: NOMVULA, name: 'Nomvula', you: false },
    ],
    sessions: [evening(pieces)],
    hosting: [
      { person: ME, title: 'Bring a trace', span: span('2026-04-21T23:40:00Z', '2026-04-22T00:20:00Z') },
      { person: NOMVULA, title: 'Other', span: span('2026-04-22T00:10:00Z', '2026-04-22T00:50:00Z') },
    ],
    ownHours: [],
  });
  it('is found only where I stand at the same time, and says which part', () => {
    const of = all([piece(ME, '2026-04-21T22:00:00Z', '2026-04-22T00:00:00Z')]);
    const [clash, ...more] = shifts.clashes(of, ME);
    expect(more).toEqual([]);
    expect(clash?.part).toEqual(span('2026-04-21T23:40:00Z', '2026-04-22T00:00:00Z'));
    expect(shifts.clashes(all([piece(DAVIT, '2026-04-21T22:00:00Z', '2026-04-22T02:00:00Z')]), ME)).toEqual(
      [],
    );
    expect(shifts.clashes(all([piece(ME, '2026-04-22T00:20:00Z', '2026-04-22T02:00:00Z')]), ME)).toEqual([]);
  });
  it('names co-authors who are free then', () => {
    const of = all([piece(ME, '2026-04-21T22:00:00Z', '2026-04-22T02:00:00Z')]);
    const session = of.sessions[0] ?? evening();
    const part = span('2026-04-21T23:40:00Z', '2026-04-22T00:20:00Z');
    expect(shifts.freeThen(of, session, part, ME).map((each) => each.name)).toEqual(['Davit']);
  });
});
