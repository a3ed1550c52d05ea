// What is on now, the most particular first, and what comes next. Several sessions at once are normal. Pure.

import type { ProgrammeSession, Span } from './values';

const OPENING = 2;
const EXHIBITION = 3;
const BREAKOUT = 4;
const TALKS = 5;
const PANEL = 6;

/** What makes a session mine. */
export interface MySessions {
  /** I am in its room, or host it. */
  readonly inside: (session: ProgrammeSession) => boolean;
  /** It is in my programme. */
  readonly chosen: (session: ProgrammeSession) => boolean;
}

export type TimedSession = ProgrammeSession & { readonly span: Span };

export interface OnNow {
  /** The most particular first. */
  readonly now: readonly TimedSession[];
  readonly next: TimedSession | null;
  /** Nothing of the day of `next` has begun: what is shown is the countdown to the day. */
  readonly begins: boolean;
}

function hasHours(session: ProgrammeSession): session is TimedSession {
  return session.span !== undefined;
}

/**
 * 0 is the most particular: where I am, what I chose, what has the stage, the exhibition, what is on all day. A breakout
 * I have no part in is one of many: it stands behind what is for everybody.
 */
function generality(session: ProgrammeSession, mine: MySessions): number {
  if (mine.inside(session)) return 0;
  if (mine.chosen(session)) return 1;
  switch (session.kind) {
    case OPENING:
    case TALKS:
    case PANEL:
      return 2;
    case EXHIBITION:
      return 3;
    case BREAKOUT:
      return 4;
    default:
      return 5;
  }
}

export function whatIsOn(sessions: readonly ProgrammeSession[], nowMs: number, mine: MySessions): OnNow {
  const timed = sessions.filter(hasHours);
  const length = ({ span }: TimedSession): number => span.endMs - span.startMs;
  // Shorter before longer; then by time and id, so that it is the same on every screen.
  const before = (a: TimedSession, b: TimedSession): number =>
    generality(a, mine) - generality(b, mine) ||
    length(a) - length(b) ||
    a.span.startMs - b.span.startMs ||
    (a.id < b.id ? -1 : 1);
  const now = timed.filter(({ span }) => span.startMs <= nowMs && nowMs < span.endMs).sort(before);
  const next =
    timed
      .filter(({ span }) => span.startMs > nowMs)
      .sort((a, b) => a.span.startMs - b.span.startMs || before(a, b))[0] ?? null;
  const begun = timed.some(({ day, span }) => day === next?.day && span.startMs <= nowMs);
  return { now, next, begins: next !== null && now.length === 0 && !begun };
}
