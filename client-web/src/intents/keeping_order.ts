// Keeping order, what every visit needs of it: reading what was decided about me. What one does oneself is in
// order_acts.ts, loaded with the first dialog that wants it.

import type { Visit } from './visit';
import type { HallModel } from '../model/hall_model';

export class KeepingOrder {
  /** Read at the closed door: the hall is told when I am in again. */
  private untold_: number[] = [];

  constructor(
    private readonly model_: HallModel,
    readonly visit: Pick<Visit, 'ask' | 'learn' | 'tell' | 'ticket'>,
  ) {}

  /** I have read why. */
  seen(measure: number): void {
    this.model_.order.read(measure);
    if (!this.visit.tell({ case: 'measureSeen', value: { measure } })) this.untold_.push(measure);
  }

  /** Outside: is it lifted, or does it hold until another time? */
  async askAgain(): Promise<void> {
    const answer = await this.visit.ticket();
    if (answer.ok) this.model_.order.bansLifted();
  }

  tellSeen(): void {
    const untold = this.untold_;
    this.untold_ = [];
    for (const measure of untold) this.seen(measure);
  }
}
