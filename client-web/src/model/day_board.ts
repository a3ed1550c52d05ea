// The event's day for organisers: what runs, what starts within the hour, where it is full. Pure.

import type { RoomFact } from './facts';
import type { ProgrammeSession, Room, Span } from './values';

const SOON_MS = 60 * 60_000;

export interface DayRow {
  readonly session: ProgrammeSession & { readonly span: Span };
  readonly runs: boolean;
  /** The room's name, or the place. */
  readonly where: string;
  /** Of a breakout room that is open. */
  readonly members: number;
  readonly waiting: number;
  readonly capacity: number;
  /** Open by now, or not a breakout. */
  readonly open: boolean;
  readonly full: boolean;
}

/** What runs, the next to end first; then what starts within the hour, the next first. */
export function dayBoard(
  sessions: readonly ProgrammeSession[],
  rooms: readonly Room[],
  fact: (room: number) => RoomFact | null,
  nowMs: number,
): readonly DayRow[] {
  const rows = sessions.flatMap((session): readonly DayRow[] => {
    const { span } = session;
    if (!span || span.endMs <= nowMs || span.startMs > nowMs + SOON_MS) return [];
    const runs = span.startMs <= nowMs;
    const room = rooms.find((each) => each.room === session.room);
    const told = room ? fact(room.room) : null;
    const mine = told?.open === true && told.session === session.id ? told : null;
    const capacity = mine?.capacity ?? room?.capacity ?? 0;
    const members = mine?.members ?? 0;
    return [
      {
        session: { ...session, span },
        runs,
        where: room?.name ?? session.place,
        members,
        waiting: mine?.waiting ?? 0,
        capacity,
        open: !room || mine !== null,
        full: mine !== null && members >= capacity,
      },
    ];
  });
  const due = ({ runs, session }: DayRow): number => (runs ? session.span.endMs : session.span.startMs);
  return rows.sort(
    (a, b) => Number(b.runs) - Number(a.runs) || due(a) - due(b) || (a.session.id < b.session.id ? -1 : 1),
  );
}
