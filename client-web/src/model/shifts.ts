// Shifts: when I and my co-authors tend our poster, as pieces of the programme's sessions; what a press makes of them,
// and what is to be said of them (asleep, hosting elsewhere). Pure: moments in milliseconds, zones by name.

import type { Span } from './values';
import { timeIn } from './zones';
import { hourIn } from './zones_more';

/** A piece of a session. */
export interface ShiftPiece extends Span {
  /** 0 = whichever of its authors, as the organisers' list says. */
  readonly person: number;
}

export interface ShiftSession {
  readonly session: string;
  readonly title: string;
  readonly span: Span;
  /** Of the plan; 0 = nobody chose yet. */
  readonly number: number;
  readonly pieces: readonly ShiftPiece[];
}

export interface ShiftAuthor {
  readonly person: number;
  readonly name: string;
  readonly you: boolean;
}

export interface Hosting {
  readonly person: number;
  readonly title: string;
  readonly span: Span;
}

export interface Shifts {
  readonly poster: string;
  readonly number: number;
  readonly authors: readonly ShiftAuthor[];
  readonly sessions: readonly ShiftSession[];
  readonly hosting: readonly Hosting[];
  readonly ownHours: readonly Span[];
}

/** Hours of the day, 0 to 24: awake from `from` on, until `to`. `from` > `to`: over midnight. */
export interface WakingHours {
  readonly from: number;
  readonly to: number;
}

export const STEP_MS = 15 * 60_000;
export const SHORTEST_MS = 5 * 60_000;

function overlap(a: Span, b: Span): Span | null {
  const startMs = Math.max(a.startMs, b.startMs);
  const endMs = Math.min(a.endMs, b.endMs);
  return endMs > startMs ? { startMs, endMs } : null;
}

function without(pieces: readonly ShiftPiece[], index: number): readonly ShiftPiece[] {
  return pieces.filter((_, each) => each !== index);
}

/** In order of time; what touches or overlaps of one person is one piece. */
export function tidy(pieces: readonly ShiftPiece[]): readonly ShiftPiece[] {
  const tidied: ShiftPiece[] = [];
  const byPerson = [...pieces].sort((a, b) => a.person - b.person || a.startMs - b.startMs);
  for (const piece of byPerson) {
    const last = tidied.at(-1);
    if (last && last.person === piece.person && last.endMs >= piece.startMs)
      tidied[tidied.length - 1] = { ...last, endMs: Math.max(last.endMs, piece.endMs) };
    else tidied.push(piece);
  }
  return tidied.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || a.person - b.person);
}

/** I take all of it; pieces of nobody in particular become mine. Co-authors keep theirs: two may stand there. */
export function takeWhole(session: ShiftSession, me: number): readonly ShiftPiece[] {
  const others = session.pieces.filter((piece) => piece.person !== me && piece.person !== 0);
  return tidy([...others, { person: me, ...session.span }]);
}

export function mine(session: ShiftSession, me: number): boolean {
  return session.pieces.some((piece) => piece.person === me);
}

/** The whole session is mine already. */
export function wholeIsMine(session: ShiftSession, me: number): boolean {
  return session.pieces.some(
    (piece) =>
      piece.person === me && piece.startMs <= session.span.startMs && piece.endMs >= session.span.endMs,
  );
}

/** Other hours for one piece, within the session and at least five minutes. */
export function reshape(session: ShiftSession, index: number, to: Span): readonly ShiftPiece[] {
  const piece = session.pieces[index];
  const span = overlap(to, session.span);
  if (!piece || !span || span.endMs - span.startMs < SHORTEST_MS) return session.pieces;
  return tidy([...without(session.pieces, index), { ...piece, ...span }]);
}

export function give(session: ShiftSession, index: number, person: number): readonly ShiftPiece[] {
  const piece = session.pieces[index];
  return piece ? tidy([...without(session.pieces, index), { ...piece, person }]) : session.pieces;
}

export function giveBack(session: ShiftSession, index: number): readonly ShiftPiece[] {
  return without(session.pieces, index);
}

/** The second half, by the quarter of an hour, goes to somebody else. */
export function split(session: ShiftSession, index: number, person: number): readonly ShiftPiece[] {
  const piece = session.pieces[index];
  if (!piece) return session.pieces;
  const half = (piece.endMs - piece.startMs) / 2;
  const first = half >= STEP_MS ? Math.round(half / STEP_MS) * STEP_MS : half;
  const atMs = piece.startMs + first;
  return tidy([
    ...without(session.pieces, index),
    { ...piece, endMs: atMs },
    { person, startMs: atMs, endMs: piece.endMs },
  ]);
}

/** Gives the part of a piece that lies in `part` to somebody else (0 = to nobody), and leaves the rest. */
export function givePart(
  session: ShiftSession,
  index: number,
  part: Span,
  person: number,
): readonly ShiftPiece[] {
  const piece = session.pieces[index];
  const given = piece ? overlap(piece, part) : null;
  if (!piece || !given) return session.pieces;
  const rest: ShiftPiece[] = [
    { ...piece, endMs: given.startMs },
    { ...piece, startMs: given.endMs },
  ].filter((each) => each.endMs - each.startMs >= SHORTEST_MS);
  const passed = person === 0 ? [] : [{ person, ...given }];
  return tidy([...without(session.pieces, index), ...rest, ...passed]);
}

/** Times one can choose for a start or an end: quarters of an hour as the reader's clock has them, and both ends. */
export function steps(session: Span): readonly number[] {
  const times: number[] = [session.startMs];
  const first = Math.ceil((session.startMs + 1) / STEP_MS) * STEP_MS;
  for (let at = first; at < session.endMs; at += STEP_MS) times.push(at);
  times.push(session.endMs);
  return times;
}

export function isAwake(zone: string, ms: number, waking: WakingHours): boolean {
  const hour = hourIn(zone, ms) + Number(timeIn(zone, ms).slice(3)) / 60;
  return waking.from <= waking.to
    ? hour >= waking.from && hour < waking.to
    : hour >= waking.from || hour < waking.to;
}

/**
 * The parts of a span in which somebody in that zone sleeps. Looked at by the quarter of an hour, so that a night in
 *  which the clocks change is as long as it is.
 */
export function asleep(zone: string, span: Span, waking: WakingHours): readonly Span[] {
  const parts: Span[] = [];
  let startMs = -1;
  for (const at of steps(span)) {
    const sleeps = at < span.endMs && !isAwake(zone, at, waking);
    if (sleeps && startMs < 0) startMs = at;
    if (!sleeps && startMs >= 0) {
      parts.push({ startMs, endMs: at });
      startMs = -1;
    }
  }
  return parts;
}

/**
 * What was answered, but for sessions of which a newer plan is known: the event is read again a second after a choice.
 */
export function newest(known: Shifts | null, answer: Shifts): Shifts {
  if (known?.poster !== answer.poster) return answer;
  return {
    ...answer,
    sessions: answer.sessions.map((session) => {
      const before = known.sessions.find((each) => each.session === session.session);
      return before && before.number > session.number
        ? { ...session, number: before.number, pieces: before.pieces }
        : session;
    }),
  };
}

export interface Clash {
  readonly hosting: Hosting;
  readonly session: ShiftSession;
  /** Of the piece in the session. */
  readonly index: number;
  readonly part: Span;
}

/** Where I stand at my poster and host a breakout at the same time. */
export function clashes(shifts: Shifts, me: number): readonly Clash[] {
  return shifts.sessions.flatMap((session) =>
    session.pieces.flatMap((piece, index) =>
      piece.person !== me
        ? []
        : shifts.hosting.flatMap((hosting) => {
            const part = hosting.person === me ? overlap(piece, hosting.span) : null;
            return part ? [{ hosting, session, index, part }] : [];
          }),
    ),
  );
}

/** Who of my co-authors is free then: neither on another shift of this session nor hosting. */
export function freeThen(
  shifts: Shifts,
  session: ShiftSession,
  part: Span,
  me: number,
): readonly ShiftAuthor[] {
  return shifts.authors.filter(
    (author) =>
      author.person !== me &&
      !session.pieces.some((piece) => piece.person === author.person && overlap(piece, part)) &&
      !shifts.hosting.some((hosting) => hosting.person === author.person && overlap(hosting.span, part)),
  );
}
