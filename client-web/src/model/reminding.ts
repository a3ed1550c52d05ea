// Of what to remind: what of my programme begins within five minutes, once each. Which were told is kept by the browser,
// so that several tabs tell it once. Pure.

import type { Appointment } from './programme';

export const REMIND_MS = 5 * 60_000;
/** A tab that is not looked at waits so long for one that is. */
export const HIDDEN_MS = 30_000;
const MOST_KEPT = 100;

/** The first that is due and was not told; a session that is moved is due again. */
export function dueOf(
  appointments: readonly Appointment[],
  told: readonly string[],
  nowMs: number,
  hidden: boolean,
): Appointment | null {
  const within = hidden ? REMIND_MS - HIDDEN_MS : REMIND_MS;
  const due = appointments
    .filter(({ span }) => nowMs < span.startMs && span.startMs - nowMs <= within)
    .filter((each) => !told.includes(nameOf(each)))
    .sort((a, b) => a.span.startMs - b.span.startMs);
  return due[0] ?? null;
}

export function nameOf({ id, span }: Appointment): string {
  return `${id}@${span.startMs}`;
}

/** What is kept of it, read and written as text. */
export function readTold(text: string | null): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export function withTold(told: readonly string[], one: Appointment): string {
  return JSON.stringify([...told, nameOf(one)].slice(-MOST_KEPT));
}
