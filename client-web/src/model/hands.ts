// Whose hand is up at the booth where I stand, in the order in which they will be asked; who has the floor; and whether I
// hear everybody there or only who presents and who was given the floor. The order is the server's, the same for all.

import { Observed } from './observed';

export class Hands extends Observed {
  private booth_ = 0;
  private queue_: readonly number[] = [];
  private floor_ = 0;
  private presenterOnly_ = 0;

  /** Persons. */
  queueAt(booth: number): readonly number[] {
    return booth === this.booth_ ? this.queue_ : [];
  }

  /** Who was given the floor there, 0 = nobody. */
  floorAt(booth: number): number {
    return booth === this.booth_ ? this.floor_ : 0;
  }

  /** My choice at this booth; at the next one I hear everybody again. */
  presenterOnly(booth: number): boolean {
    return booth !== 0 && this.presenterOnly_ === booth;
  }

  hearPresenterOnly(booth: number, only: boolean): void {
    this.presenterOnly_ = only ? booth : 0;
    this.changed();
  }

  told(booth: number, queue: readonly number[], floor: number): void {
    this.booth_ = booth;
    this.queue_ = queue;
    this.floor_ = floor;
    this.changed();
  }

  /** I stand at this booth now (0 = at none): what was told of another is over. */
  stoodAt(booth: number): void {
    if (this.presenterOnly_ !== booth) this.presenterOnly_ = 0;
    if (booth !== this.booth_) this.told(booth, [], 0);
  }
}
