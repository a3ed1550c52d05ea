import { describe, expect, it } from 'vitest';
import { dayBoard } from './day_board';
import type { RoomFact } from './facts';
import type { ProgrammeSession, Room } from './values';

const MINUTE = 60_000;
const rooms: readonly Room[] = [{ room: 1, name: 'Breakout 1', capacity: 40 }];

function session(id: string, from: number, to: number, room = 0): ProgrammeSession {
  return {
    id,
    title: id,
    kind: room ? 4 : 3,
    audience: '',
    place: room ? '' : 'Hall',
    room,
    people: [],
    summary: '',
    change: 0,
    sponsor: '',
    stream: '',
    streamPublic: false,
    recording: '',
    day: '2026-04-21',
    span: { startMs: from * MINUTE, endMs: to * MINUTE },
  };
}

describe('the day board', () => {
  const sessions = [
    session('later', 130, 170, 1),
    session('next', 45, 85, 1),
    session('hall', -60, 180),
    session('now', 0, 40, 1),
    session('over', -60, 0),
  ];
  const fact: RoomFact = { room: 1, open: true, members: 40, capacity: 40, session: 'now', waiting: 7 };

  it('has what runs, the next to end first, then what starts within the hour', () => {
    const rows = dayBoard(sessions, rooms, () => fact, 10 * MINUTE);
    expect(rows.map(({ session: { id }, runs }) => [id, runs])).toEqual([
      ['now', true],
      ['hall', true],
      ['next', false],
    ]);
  });

  it('says what is full, and counts a room for the session it is open for alone', () => {
    const [now, hall, next] = dayBoard(sessions, rooms, () => fact, 10 * MINUTE);
    expect(now).toMatchObject({ full: true, members: 40, waiting: 7, where: 'Breakout 1', open: true });
    expect(hall).toMatchObject({ full: false, capacity: 0, where: 'Hall', open: true });
    expect(next).toMatchObject({ full: false, members: 0, capacity: 40, open: false });
  });

  it('says which breakout runs and is not open', () => {
    const [now] = dayBoard(sessions, rooms, () => null, 10 * MINUTE);
    expect(now).toMatchObject({ runs: true, open: false, full: false });
  });
});
