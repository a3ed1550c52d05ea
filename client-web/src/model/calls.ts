// Calls to a booth that nobody attends: the one I got as its author, and who was called to the booth I stand at.

import { Observed } from './observed';

export type CallHow = 'none' | 'called' | 'coming' | 'later';

export interface MyCall {
  /** Number. */
  readonly booth: number;
  readonly how: CallHow;
  readonly waiting: number;
  /** Some of those who wait. */
  readonly persons: readonly number[];
  /** An organiser calls. */
  readonly organisers: boolean;
}

export interface Callee {
  readonly person: number;
  readonly how: CallHow;
}

export class Calls extends Observed {
  private mine_: MyCall | null = null;
  private booth_ = 0;
  private callees_: readonly Callee[] = [];

  /** A call that waits for my answer. */
  get open(): MyCall | null {
    return this.mine_?.how === 'called' ? this.mine_ : null;
  }

  /** Who of its authors was called, while I stand there. */
  calleesAt(booth: number): readonly Callee[] {
    return booth === this.booth_ ? this.callees_ : [];
  }

  told(call: MyCall): void {
    this.mine_ = call.how === 'none' ? null : call;
    this.changed();
  }

  called(booth: number, callees: readonly Callee[]): void {
    this.booth_ = booth;
    this.callees_ = callees;
    this.changed();
  }

  /** My answer; the server confirms it. */
  answered(accept: boolean): void {
    if (this.mine_) this.told({ ...this.mine_, how: accept ? 'coming' : 'later' });
  }

  /** A new visit: what holds is told again. */
  reset(): void {
    this.mine_ = null;
    this.callees_ = [];
    this.changed();
  }
}
