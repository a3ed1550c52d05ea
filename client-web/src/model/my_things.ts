// What is mine alone: the posters I visited.

import { Observed } from './observed';

/** So long one stands at a booth for a visit. */
export const VISIT_MS = 30_000;

export class MyThings extends Observed {
  private visited_ = new Set<number>();

  visited(key: number): boolean {
    return this.visited_.has(key);
  }

  setVisited(keys: readonly number[]): void {
    this.visited_ = new Set([...keys, ...this.visited_]);
    this.changed();
  }

  visit(key: number): void {
    if (this.visited_.has(key)) return;
    this.visited_.add(key);
    this.changed();
  }
}
