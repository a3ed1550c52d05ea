// The event's time: this machine's clock put right by the server's. Changes once a second for who shows times.

import { Observed } from './observed';

export class Clock extends Observed {
  private offsetMs_ = 0;
  private nowMs_: number;

  constructor(private readonly machineMs_: () => number) {
    super();
    this.nowMs_ = machineMs_();
  }

  /** The moment of the last tick: what is shown together is of one moment. */
  get nowMs(): number {
    return this.nowMs_;
  }

  /** This very moment. */
  get exactMs(): number {
    return this.machineMs_() + this.offsetMs_;
  }

  setServerTime(serverMs: number): void {
    this.offsetMs_ = serverMs - this.machineMs_();
    this.tick();
  }

  tick(): void {
    this.nowMs_ = this.exactMs;
    this.changed();
  }
}
