// Everybody sees the same moment of a live stream: what was taken `delay` ago by the server's clock. Where the player is
// off it is nudged by speed, at most a tenth; farther off it jumps. Two people are each within a second of the moment, so
// within two of each other. Pure: times come by argument.

/** Farther off than this one jumps. */
export const FAR_MS = 1000;
/** Off by less, and nothing is done. */
const NEAR_MS = 250;
/** A correction ends here, so that it does not begin again at once. */
const ENOUGH_MS = 60;
const MOST_NUDGE = 0.1;
/** A correction takes about this long. */
const CORRECT_MS = 4000;
/** After a jump the pieces have to come first. */
const REST_MS = 3000;
const MOST_LEAD_MS = 4000;

export interface Moment {
  /** By the server's clock. */
  readonly nowMs: number;
  /** When what is shown was taken; null = the stream does not say. */
  readonly shownMs: number | null;
  /** When the newest there is was taken. */
  readonly newestMs: number | null;
  /** The longest piece. */
  readonly pieceMs: number;
  /** Pictures come: neither paused nor waiting for pieces. */
  readonly moving: boolean;
}

export interface Step {
  readonly rate: number;
  /** When what is to be shown was taken; null = stay. */
  readonly jumpTo: number | null;
  /** Ahead of the moment; behind it, negative. Null = not known. */
  readonly offMs: number | null;
  /** This player keeps the promise now. */
  readonly held: boolean;
}

const STAY: Step = { rate: 1, jumpTo: null, offMs: null, held: false };

/**
 * How long ago. The same for everybody, from what everybody reads in the playlist: three pieces and two seconds. A stream
 * that comes later than that (a slow encoder, or one whose clock is behind) is followed at twice, four times … as long.
 */
export function delayFor(pieceMs: number, latestMs: number, atLeastMs = 0): number {
  let delay = 3 * pieceMs + 2000;
  while (delay < atLeastMs || (delay < latestMs + pieceMs && delay < 3_600_000)) delay *= 2;
  return delay;
}

/** One player's memory: whether it is being nudged, when it jumped, how long its jumps take. */
export class StreamSync {
  private delayMs_ = 0;
  private nudging_ = false;
  private jumpedMs_ = -Infinity;
  private jumping_ = false;
  private leadMs_ = 0;

  get delayMs(): number {
    return this.delayMs_;
  }

  /** Paused, or another stream: the next moment is looked for anew. */
  reset(): void {
    this.nudging_ = false;
    this.jumpedMs_ = -Infinity;
  }

  step({ nowMs, shownMs, newestMs, pieceMs, moving }: Moment): Step {
    if (shownMs === null || newestMs === null) return STAY;
    this.delayMs_ = delayFor(pieceMs, nowMs - newestMs, this.delayMs_);
    const offMs = shownMs - (nowMs - this.delayMs_);
    if (!moving) return { ...STAY, offMs };
    if (this.jumping_) {
      // What a jump lost on its way the next one starts earlier by.
      this.jumping_ = false;
      if (offMs < -NEAR_MS) this.leadMs_ = Math.min(MOST_LEAD_MS, this.leadMs_ - offMs);
    }
    if (Math.abs(offMs) > FAR_MS) return this.far(nowMs, offMs);
    return { rate: this.rate(offMs), jumpTo: null, offMs, held: true };
  }

  private far(nowMs: number, offMs: number): Step {
    this.nudging_ = true;
    const rate = offMs > 0 ? 1 - MOST_NUDGE : 1 + MOST_NUDGE;
    if (nowMs - this.jumpedMs_ < REST_MS) return { rate, jumpTo: null, offMs, held: false };
    this.jumpedMs_ = nowMs;
    this.jumping_ = true;
    this.nudging_ = false;
    return { rate: 1, jumpTo: nowMs - this.delayMs_ + this.leadMs_, offMs, held: false };
  }

  private rate(offMs: number): number {
    const off = Math.abs(offMs);
    this.nudging_ = off > (this.nudging_ ? ENOUGH_MS : NEAR_MS);
    if (!this.nudging_) return 1;
    const nudge = Math.min(MOST_NUDGE, Math.max(0.02, off / CORRECT_MS));
    return offMs > 0 ? 1 - nudge : 1 + nudge;
  }
}
