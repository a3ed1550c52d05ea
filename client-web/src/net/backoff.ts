// How long to wait before trying again: soon at first, then longer, never all at the same moment. Pure.

const STEPS_MS = [300, 800, 1500, 3000, 5000, 8000, 12_000];

/** `attempt` from 0; `random` below 1 spreads tries of many people by ±25 %. */
export function backoffMs(attempt: number, random: number): number {
  const step = STEPS_MS[Math.min(attempt, STEPS_MS.length - 1)] ?? 12_000;
  return Math.round(step * (0.75 + random * 0.5));
}
