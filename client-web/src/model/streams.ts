// What of the programme is to be seen now: a session's stream while it runs, its recording afterwards. Pure.

import { isPlaylist } from './stream_dates';
import type { ProgrammeSession } from './values';

export type StreamPhase = 'coming' | 'running' | 'over';

/** A session without hours runs all its days: it is there as long as the programme says so. */
export function streamPhase(session: ProgrammeSession, nowMs: number): StreamPhase {
  if (!session.span) return 'running';
  if (nowMs < session.span.startMs) return 'coming';
  return nowMs < session.span.endMs ? 'running' : 'over';
}

export interface ToSee {
  readonly phase: StreamPhase;
  /** '' = nothing to see now. */
  readonly address: string;
  /** By the player; else by a link. */
  readonly plays: boolean;
}

/** Talks last longer than they should: nobody is cut off at the minute. */
export const OVERRUN_MS = 10 * 60_000;

function addressAt(session: ProgrammeSession, phase: StreamPhase, nowMs: number): string {
  if (phase === 'coming') return '';
  if (phase === 'running') return session.stream;
  if (session.recording !== '') return session.recording;
  return nowMs < (session.span?.endMs ?? 0) + OVERRUN_MS ? session.stream : '';
}

export function toSee(session: ProgrammeSession, nowMs: number): ToSee {
  const phase = streamPhase(session, nowMs);
  const address = addressAt(session, phase, nowMs);
  return { phase, address, plays: isPlaylist(address) };
}

/** Running sessions with a stream, those on a stage before breakouts, what began last first. */
export function runningStreams(
  sessions: readonly ProgrammeSession[],
  nowMs: number,
): readonly ProgrammeSession[] {
  return sessions
    .filter((each) => each.span && each.stream !== '' && streamPhase(each, nowMs) === 'running')
    .sort(
      (a, b) =>
        Number(a.room > 0) - Number(b.room > 0) ||
        (b.span?.startMs ?? 0) - (a.span?.startMs ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
}

export interface Watching {
  /** Chosen in the programme; '' = nothing. */
  readonly chosen: string;
  /** Closed by me; they come back when I choose them. */
  readonly closed: ReadonlySet<string>;
  readonly atStage: boolean;
}

/** What is shown beside hall or list: what I chose, whatever its phase; at the stage what runs there. */
export function sessionToWatch(
  sessions: readonly ProgrammeSession[],
  nowMs: number,
  { chosen, closed, atStage }: Watching,
): ProgrammeSession | null {
  const mine = sessions.find((each) => each.id === chosen);
  if (mine && toSee(mine, nowMs).address !== '') return mine;
  if (!atStage) return null;
  return runningStreams(sessions, nowMs).find((each) => each.room === 0 && !closed.has(each.id)) ?? null;
}
