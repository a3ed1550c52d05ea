// What one is reminded of now (model/reminding.ts says of what).

import { Observed } from './observed';
import type { Appointment } from './programme';

export class Reminders extends Observed {
  private current_: Appointment | null = null;

  get current(): Appointment | null {
    return this.current_;
  }

  show(one: Appointment | null): void {
    if (one === this.current_) return;
    this.current_ = one;
    this.changed();
  }
}
