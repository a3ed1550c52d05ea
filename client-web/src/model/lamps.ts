// The lamp of a booth: on while an author stands there, half when one is due within 20 minutes, else off. Pure.

import type { BoothFact } from './facts';
import type { LampState } from './scene_view';
import type { Span } from './values';

export const SOON_MS = 20 * 60_000;

export interface Lamp {
  readonly state: LampState;
  /** While on: when the running shift ends. While not: when an author is next due. 0 = not planned. */
  readonly atMs: number;
  /** Nobody there although a shift runs. */
  readonly due: boolean;
  /** The shift after the running or next one, 0 = none. */
  readonly thenMs: number;
}

export function lampOf(fact: BoothFact, shifts: readonly Span[], nowMs: number): Lamp {
  const sorted = [...shifts].filter((shift) => shift.endMs > nowMs).sort((a, b) => a.startMs - b.startMs);
  const running = sorted.find((shift) => shift.startMs <= nowMs);
  const coming = sorted.filter((shift) => shift.startMs > nowMs);
  const next = coming[0]?.startMs ?? 0;
  if (fact.attended) return { state: 'on', atMs: running?.endMs ?? 0, due: false, thenMs: next };
  if (running) return { state: 'soon', atMs: running.endMs, due: true, thenMs: next };
  if (next !== 0 && next - nowMs <= SOON_MS) {
    return { state: 'soon', atMs: next, due: false, thenMs: coming[1]?.startMs ?? 0 };
  }
  return { state: 'off', atMs: next, due: false, thenMs: coming[1]?.startMs ?? 0 };
}

/** What runs now and what comes next; those without times are left out. */
export function nowAndNext<T extends { readonly span?: Span | undefined }>(
  sessions: readonly T[],
  nowMs: number,
): { readonly now: readonly T[]; readonly next: T | null } {
  const now = sessions.filter((each) => each.span && each.span.startMs <= nowMs && nowMs < each.span.endMs);
  const next = sessions
    .filter((each) => each.span && each.span.startMs > nowMs)
    .sort((a, b) => (a.span?.startMs ?? 0) - (b.span?.startMs ?? 0))[0];
  return { now, next: next ?? null };
}
