// How long nothing has been heard on a connection, and what is to be done about it.
// Pure: the clock comes as an argument (milliseconds, any clock that does not stand still).

/** Nothing came for this long: ask. */
export const QUIET_MS = 1500;
/** For this long, and another process of the hall answers: go there. */
export const MOVE_MS = 2000;
/** For this long: it is gone, whoever answers, so that who wrote sees sent or failed within 5 s. */
export const GONE_MS = 4000;
export const LOOK_EVERY_MS = 250;
/** A look that is later than this: the page itself stood still. A tab in the background looks once a second, which is no such. */
const LATE_MS = 1000;
/**
 * What is done after how long. Whether another process is within reach is asked twice: the first question may have gone to the
 * one that hangs.
 */
const STEPS = [
  [QUIET_MS, 'ask'],
  [1750, 'elsewhere'],
  [2750, 'elsewhere'],
] as const;

export type SilenceStep = 'wait' | 'ask' | 'elsewhere' | 'move' | 'gone';

export class Silence {
  private heardMs_ = 0;
  private lookedMs_ = 0;
  private done_ = 0;

  begin(nowMs: number): void {
    this.heard(nowMs);
    this.lookedMs_ = nowMs;
  }

  heard(nowMs: number): void {
    this.heardMs_ = nowMs;
    this.done_ = 0;
  }

  /** Every LOOK_EVERY_MS. `other`: another process has answered since something was heard here. */
  look(nowMs: number, other: boolean): SilenceStep {
    const late = nowMs - this.lookedMs_ - LOOK_EVERY_MS;
    this.lookedMs_ = nowMs;
    // What came meanwhile has not been read yet.
    if (late > LATE_MS) this.heardMs_ += late;
    const quiet = nowMs - this.heardMs_;
    if (quiet >= GONE_MS) return 'gone';
    if (quiet >= MOVE_MS && other) return 'move';
    const next = STEPS[this.done_];
    if (!next || quiet < next[0]) return 'wait';
    this.done_ += 1;
    return next[1];
  }
}
