// What is left out when drawing takes too long, in the design's order; never the camera's motion, never lamps.
// Pure: fed with the JavaScript milliseconds of each drawn frame.

/** In the order in which they go. */
export const DROPS = ['glow', 'walking frames', 'other tags', 'thumbnails', 'bubbles of strangers'] as const;

export type Drop = (typeof DROPS)[number];

/** 50 frames a second leave 20 ms; what the browser does itself needs the rest. */
const SLOW_MS = 13;
const QUICK_MS = 6;
/** Frames that must agree before something goes or comes back: coming back is slower, so that nothing flickers. */
const SLOW_FRAMES = 20;
const QUICK_FRAMES = 240;
const SMOOTHING = 0.1;

export class FrameBudget {
  private smoothed_ = 0;
  private slow_ = 0;
  private quick_ = 0;
  private level_ = 0;

  /** How many of DROPS are gone. */
  get level(): number {
    return this.level_;
  }

  get smoothedMs(): number {
    return this.smoothed_;
  }

  dropped(drop: Drop): boolean {
    return DROPS.indexOf(drop) < this.level_;
  }

  /** True when the level changed. A first frame with much to bake is no sign of a slow machine: see `baked`. */
  record(jsMs: number, baked: boolean): boolean {
    this.smoothed_ = this.smoothed_ === 0 ? jsMs : this.smoothed_ + (jsMs - this.smoothed_) * SMOOTHING;
    if (baked) return false;
    this.slow_ = jsMs > SLOW_MS ? this.slow_ + 1 : 0;
    this.quick_ = jsMs < QUICK_MS ? this.quick_ + 1 : 0;
    if (this.slow_ >= SLOW_FRAMES && this.level_ < DROPS.length) {
      this.level_++;
      this.slow_ = 0;
      return true;
    }
    if (this.quick_ >= QUICK_FRAMES && this.level_ > 0) {
      this.level_--;
      this.quick_ = 0;
      return true;
    }
    return false;
  }

  /** Pictures for tests: everything is drawn. */
  reset(): void {
    this.smoothed_ = 0;
    this.slow_ = 0;
    this.quick_ = 0;
    this.level_ = 0;
  }
}
