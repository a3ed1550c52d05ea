// The posters I keep: set at once here, stored by the server, the same in all my tabs.

import { Observed } from './observed';

export class Saved extends Observed {
  private keys_ = new Set<number>();

  get size(): number {
    return this.keys_.size;
  }

  has(key: number): boolean {
    return this.keys_.has(key);
  }

  keys(): readonly number[] {
    return [...this.keys_];
  }

  setAll(keys: readonly number[]): void {
    this.keys_ = new Set(keys);
    this.changed();
  }

  set(key: number, on: boolean): void {
    if (on) this.keys_.add(key);
    else this.keys_.delete(key);
    this.changed();
  }
}
