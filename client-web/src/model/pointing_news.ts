// Which pointer is said aloud, and when: the presenter's before anybody's, once it has rested at a spot for a moment, at
// most one sentence every five seconds, the same never twice in a row. Pure: time by argument.

import { sameSpot } from './poster_spot';
import type { Spot } from './poster_spot';

export interface Sighting {
  readonly person: number;
  readonly spot: Spot;
}

export const POINTING_EVERY_MS = 5000;
export const RESTS_MS = 400;

function same(a: Sighting, b: Sighting | null): boolean {
  return b !== null && a.person === b.person && sameSpot(a.spot, b.spot);
}

export class PointingNews {
  private waiting_: Sighting | null = null;
  private sinceMs_ = 0;
  private said_: Sighting | null = null;
  private saidMs_ = -Infinity;

  /** What is to be said now, or null. `first`: of those who point, the one that counts most. */
  next(first: Sighting | null, nowMs: number): Sighting | null {
    if (!first) {
      this.waiting_ = null;
      return null;
    }
    if (!same(first, this.waiting_)) {
      this.waiting_ = first;
      this.sinceMs_ = nowMs;
    }
    const rested = nowMs - this.sinceMs_ >= RESTS_MS;
    if (!rested || same(first, this.said_) || nowMs - this.saidMs_ < POINTING_EVERY_MS) return null;
    this.said_ = first;
    this.saidMs_ = nowMs;
    return first;
  }
}
