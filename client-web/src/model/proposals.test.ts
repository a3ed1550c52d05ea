import { describe, expect, it } from 'vitest';
import { cellAt, cellState, clashesAt, firstPlace } from './proposals';
import type { Proposal, Slot } from './proposals';
import type { ProgrammeSession } from './values';

const SLOTS: readonly Slot[] = [0, 45, 90].map((minutes) => ({
  startMs: minutes * 60_000,
  endMs: (minutes + 40) * 60_000,
}));
const [first, second, third] = SLOTS as readonly [Slot, Slot, Slot];

function proposal(id: number, more: Partial<Proposal> = {}): Proposal {
  return {
    id,
    poster: 1,
    name: 'Ingrid Solheim',
    kind: 1,
    title: `Breakout ${id}`,
    summary: '',
    wanted: [],
    state: 'proposed',
    session: '',
    room: 0,
    startMs: 0,
    endMs: 0,
    word: '',
    change: 1,
    clashes: [],
    mine: false,
    ...more,
  };
}

const placed = (id: number, room: number, slot: Slot): Proposal =>
  proposal(id, { state: 'placed', session: `proposal-${id}`, room, ...slot });

function session(id: string, room: number, span: Slot): ProgrammeSession {
  return {
    id,
    title: id,
    kind: 4,
    audience: '',
    place: '',
    room,
    people: [],
    summary: '',
    day: '',
    span,
    sponsor: '',
    stream: '',
    streamPublic: false,
    recording: '',
    change: 0,
  };
}

const shift = (slot: Slot): Proposal['clashes'][number] => ({
  slotMs: slot.startMs,
  kind: 'shift',
  poster: 1,
  session: '',
  span: slot,
});

describe('what stands in a room at a slot', () => {
  it('is a placed proposal, else another session', () => {
    const sessions = [session('talk', 1, { startMs: first.startMs - 1, endMs: first.startMs + 1 })];
    expect(cellAt(2, first, [placed(5, 2, first)], sessions).proposal?.id).toBe(5);
    expect(cellAt(1, first, [placed(5, 2, first)], sessions).session?.id).toBe('talk');
    expect(cellAt(1, second, [placed(5, 2, first)], sessions)).toEqual({ proposal: null, session: null });
  });
  it('is the proposal’s word where the programme is behind it', () => {
    const behind = [session('proposal-5', 1, first)];
    expect(cellAt(1, first, [placed(5, 2, second)], behind)).toEqual({ proposal: null, session: null });
    expect(cellAt(2, second, [placed(5, 2, second)], behind).proposal?.id).toBe(5);
    expect(cellAt(1, first, [proposal(5)], behind).session).toBeNull();
  });
});

describe('a place for the one that is carried', () => {
  const carried = proposal(7, { clashes: [shift(second)] });
  it('is free, meets something of its own, is taken, its own, or over', () => {
    const none = { proposal: null, session: null };
    expect(cellState(none, first, carried, 0)).toBe('free');
    expect(cellState(none, second, carried, 0)).toBe('clash');
    expect(clashesAt(carried, second)).toHaveLength(1);
    expect(cellState({ proposal: placed(5, 1, first), session: null }, first, carried, 0)).toBe('taken');
    expect(cellState({ proposal: null, session: session('a', 1, second) }, second, carried, 0)).toBe('taken');
    expect(cellState({ proposal: placed(7, 1, first), session: null }, first, carried, 0)).toBe('here');
    expect(cellState(none, first, carried, first.endMs)).toBe('over');
  });
  it('is looked for where it was wished for, without a clash if there is one', () => {
    const place = (wanted: readonly number[], taken: readonly string[] = []) =>
      firstPlace(
        { ...carried, wanted },
        SLOTS,
        [1, 2],
        (room, slot) => ({
          proposal: null,
          session: taken.includes(`${room}-${slot.startMs}`) ? session('a', room, slot) : null,
        }),
        0,
      );
    expect(place([])).toEqual({ column: 0, row: 0 });
    expect(place([third.startMs])).toEqual({ column: 0, row: 2 });
    expect(place([third.startMs], [`1-${third.startMs}`])).toEqual({ column: 1, row: 2 });
    expect(place([second.startMs])).toEqual({ column: 0, row: 0 });
  });
});
