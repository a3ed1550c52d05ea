// An order that does not change under the reader: what would be different is counted, and taken over when they say so.
// Pure.

/** How many keys of `fresh` are elsewhere than in `shown`: new ones, gone ones, and those that moved past others. */
export function countChanges(shown: readonly number[], fresh: readonly number[]): number {
  const place = new Map(shown.map((key, i) => [key, i]));
  const freshSet = new Set(fresh);
  const gone = shown.filter((key) => !freshSet.has(key)).length;
  const kept = fresh.map((key) => place.get(key)).filter((at): at is number => at !== undefined);
  return gone + (fresh.length - kept.length) + (kept.length - longestRising(kept));
}

/** Length of the longest rising part of a sequence: those who stayed in order. */
function longestRising(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
  }
  return tails.length;
}

export class ListOrder {
  private shown_: readonly number[] = [];
  private fresh_: readonly number[] = [];
  private question_ = '';
  private changes_ = 0;

  get shown(): readonly number[] {
    return this.shown_;
  }
  get changes(): number {
    return this.changes_;
  }

  /** `question`: what the reader asked for (filter, order). Another question is answered at once. */
  offer(question: string, keys: readonly number[]): void {
    this.fresh_ = keys;
    if (question !== this.question_ || this.shown_.length === 0) {
      this.question_ = question;
      this.update();
      return;
    }
    this.changes_ = countChanges(this.shown_, keys);
  }

  update(): void {
    this.shown_ = this.fresh_;
    this.changes_ = 0;
  }
}
