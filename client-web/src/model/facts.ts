// What is true of the whole hall now, once a second: lamps and visitors of every booth, people per cell, rooms.

import { Observed } from './observed';

export interface BoothFact {
  readonly visitors: number;
  readonly attended: boolean;
  readonly needsVisitors: boolean;
}

export interface RoomFact {
  readonly room: number;
  readonly open: boolean;
  readonly members: number;
  readonly capacity: number;
  readonly session: string;
  /** For a seat. */
  readonly waiting: number;
}

export interface FactsContent {
  readonly version: number;
  readonly full: boolean;
  readonly booth: readonly number[];
  readonly state: readonly number[];
  readonly peopleHere: number;
  readonly cell: readonly number[];
  readonly cellPeople: readonly number[];
  readonly rooms: readonly RoomFact[];
  readonly apart: boolean;
}

const NOBODY: BoothFact = { visitors: 0, attended: false, needsVisitors: false };

/** Its fields are written here alone. */
export class Facts extends Observed {
  private readonly booths_ = new Map<number, BoothFact>();
  private readonly rooms_ = new Map<number, RoomFact>();
  peopleHere = 0;
  /** False until the hall has told of every booth once. */
  known = false;
  /** The hall's other machines are out of reach. */
  apart = false;
  /** People by cell (row * 65536 + column). */
  readonly cells = new Map<number, number>();

  booth(number: number): BoothFact {
    return this.booths_.get(number) ?? NOBODY;
  }

  room(room: number): RoomFact | null {
    return this.rooms_.get(room) ?? null;
  }

  setPeopleHere(count: number): void {
    this.peopleHere = count;
    this.changed();
  }

  apply(facts: FactsContent): void {
    if (facts.full) {
      this.booths_.clear();
      this.cells.clear();
      this.rooms_.clear();
      this.known = true;
    }
    this.peopleHere = facts.peopleHere;
    this.apart = facts.apart;
    facts.booth.forEach((number, i) => {
      const state = facts.state[i] ?? 0;
      this.booths_.set(number, {
        visitors: state >>> 2,
        attended: (state & 1) !== 0,
        needsVisitors: (state & 2) !== 0,
      });
    });
    facts.cell.forEach((cell, i) => {
      const people = facts.cellPeople[i] ?? 0;
      if (people > 0) this.cells.set(cell, people);
      else this.cells.delete(cell);
    });
    for (const room of facts.rooms) this.rooms_.set(room.room, room);
    this.changed();
  }
}
