// What an author is told when they come by their link: at which of their booths, and what is missing there. Pure.

import type { Poster, Span } from './values';

/** A shift that begins within this is about to. */
const SOON_MS = 60 * 60_000;

export type DoorFact =
  | { readonly kind: 'noFile' }
  | { readonly kind: 'noShift' }
  /** Your shift starts then. */
  | { readonly kind: 'starts'; readonly atMs: number }
  | { readonly kind: 'runs'; readonly untilMs: number }
  | { readonly kind: 'next'; readonly atMs: number };

function nextShift(poster: Poster, nowMs: number): Span | undefined {
  return poster.shifts.filter((shift) => shift.endMs > nowMs).sort((a, b) => a.startMs - b.startMs)[0];
}

/** The one whose shift runs or comes first, else the one without a file, else the first. */
export function doorPoster(mine: readonly Poster[], nowMs: number): Poster | null {
  const start = (poster: Poster): number => nextShift(poster, nowMs)?.startMs ?? Infinity;
  const sorted = [...mine].sort(
    (a, b) =>
      (start(a) === start(b) ? 0 : start(a) - start(b)) ||
      Math.min(1, a.version) - Math.min(1, b.version) ||
      a.number - b.number,
  );
  return sorted[0] ?? null;
}

/** What is missing first, then when they are awaited. */
export function doorFacts(poster: Poster, nowMs: number): readonly DoorFact[] {
  const facts: DoorFact[] = [];
  if (poster.version === 0) facts.push({ kind: 'noFile' });
  const shift = nextShift(poster, nowMs);
  if (!shift) facts.push({ kind: 'noShift' });
  else if (shift.startMs <= nowMs) facts.push({ kind: 'runs', untilMs: shift.endMs });
  else if (shift.startMs - nowMs <= SOON_MS) facts.push({ kind: 'starts', atMs: shift.startMs });
  else facts.push({ kind: 'next', atMs: shift.startMs });
  return facts;
}
