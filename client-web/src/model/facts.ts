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

export class Facts extends Observed {
  private readonly booths_ = new Map<number, BoothFact>();
  private cells_ = new Map<number, number>();
  private rooms_ = new Map<number, RoomFact>();
  private peopleHere_ = 0;
  /** The hall's other machines are out of reach. */
  apart = false;
  private version_ = 0;
  private known_ = false;

  get peopleHere(): number {
    return this.peopleHere_;
  }
  get version(): number {
    return this.version_;
  }
  /** False until the hall has told of every booth once. */
  get known(): boolean {
    return this.known_;
  }
  /** People by cell (row * 65536 + column). */
  get cells(): ReadonlyMap<number, number> {
    return this.cells_;
  }

  booth(number: number): BoothFact {
    return this.booths_.get(number) ?? NOBODY;
  }

  room(room: number): RoomFact | null {
    return this.rooms_.get(room) ?? null;
  }

  setPeopleHere(count: number): void {
    this.peopleHere_ = count;
    this.changed();
  }

  apply(facts: FactsContent): void {
    if (facts.full) {
      this.booths_.clear();
      this.cells_ = new Map();
      this.rooms_ = new Map();
      this.known_ = true;
    }
    this.version_ = facts.version;
    this.peopleHere_ = facts.peopleHere;
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
      if (people > 0) this.cells_.set(cell, people);
      else this.cells_.delete(cell);
    });
    for (const room of facts.rooms) this.rooms_.set(room.room, room);
    this.changed();
  }
}
