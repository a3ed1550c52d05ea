// The breakout I am in, if any. What everybody may know of all rooms is in facts.ts.

import { Observed } from './observed';
import type { Member } from './values';

export interface RoomNow {
  readonly room: number;
  readonly open: boolean;
  readonly inside: boolean;
  readonly mayHost: boolean;
  readonly members: number;
  readonly capacity: number;
  readonly session: string;
  readonly people: readonly Member[];
}

export class Rooms extends Observed {
  private readonly states_ = new Map<number, RoomNow>();

  state(room: number): RoomNow | null {
    return this.states_.get(room) ?? null;
  }

  get inside(): RoomNow | null {
    for (const state of this.states_.values()) if (state.inside) return state;
    return null;
  }

  apply(state: RoomNow): void {
    if (state.inside) {
      for (const [room, other] of this.states_) {
        if (room !== state.room && other.inside)
          this.states_.set(room, { ...other, inside: false, people: [] });
      }
    }
    this.states_.set(state.room, state);
    this.changed();
  }

  reset(): void {
    this.states_.clear();
    this.changed();
  }
}
