// Who came and left, said at most once every 5 seconds; more at once are counted. Pure: time by argument.

export interface ArrivalNews {
  readonly came: readonly number[];
  readonly left: readonly number[];
}

export const NEWS_EVERY_MS = 5000;

export class Arrivals {
  private came_: number[] = [];
  private left_: number[] = [];
  private lastMs_ = -Infinity;

  add(came: readonly number[], left: readonly number[]): void {
    for (const person of came) {
      const at = this.left_.indexOf(person);
      if (at >= 0) this.left_.splice(at, 1);
      else if (!this.came_.includes(person)) this.came_.push(person);
    }
    for (const person of left) {
      const at = this.came_.indexOf(person);
      if (at >= 0) this.came_.splice(at, 1);
      else if (!this.left_.includes(person)) this.left_.push(person);
    }
  }

  clear(): void {
    this.came_ = [];
    this.left_ = [];
  }

  /** What is to be said now, or null: nothing, or not yet. */
  take(nowMs: number): ArrivalNews | null {
    if (this.came_.length + this.left_.length === 0 || nowMs - this.lastMs_ < NEWS_EVERY_MS) return null;
    const news = { came: this.came_, left: this.left_ };
    this.clear();
    this.lastMs_ = nowMs;
    return news;
  }
}
