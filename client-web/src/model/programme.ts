// The programme by days of the reader's zone. Pure.

import type { ProgrammeSession } from './values';
import { dayIn } from './zones';

export interface ProgrammeDay {
  /** 2026-04-21 */
  readonly day: string;
  readonly sessions: readonly ProgrammeSession[];
}

/** Sessions without hours stand under the day the programme gives them. */
export function byDay(sessions: readonly ProgrammeSession[], zone: string): readonly ProgrammeDay[] {
  const days = new Map<string, ProgrammeSession[]>();
  for (const session of sessions) {
    const day = session.span ? dayIn(zone, session.span.startMs) : session.day;
    const list = days.get(day);
    if (list) list.push(session);
    else days.set(day, [session]);
  }
  return [...days].map(([day, list]) => ({ day, sessions: list })).sort((a, b) => a.day.localeCompare(b.day));
}
