// The breakouts I have to do with: the one I am in or wait for, those I lead or may be called to. What everybody may know
// of all rooms is in facts.ts; what follows from a state is in room_now.ts.

import { Observed } from './observed';
import type { RoomQuestion } from './room_questions';
import type { Member } from './values';

/** Slides, as who may see them is told of them. */
export interface RoomDeck {
  readonly deck: number;
  readonly pages: number;
  readonly name: string;
  /** Hash of the list of their pages; '' = taken away. */
  readonly list: string;
}

export interface RoomNow {
  readonly room: number;
  readonly open: boolean;
  /** I have a seat. */
  readonly inside: boolean;
  readonly mayHost: boolean;
  readonly members: number;
  readonly capacity: number;
  readonly session: string;
  readonly people: readonly Member[];
  /** Of its session; 0 = none runs. */
  readonly startMs: number;
  /** The stage goes quiet softly. */
  readonly endMs: number;
  /** The room closes by itself. */
  readonly closeMs: number;
  readonly extendable: boolean;
  readonly leads: boolean;
  /** Persons, in the order they will be asked. */
  readonly hands: readonly number[];
  /** Seconds after startMs. */
  readonly handsS: readonly number[];
  readonly handsUp: number;
  /** 0 = nobody has it. */
  readonly floor: number;
  /** Nobody writes but who leads and who has the floor. */
  readonly quiet: boolean;
  readonly muted: boolean;
  readonly mutedPersons: readonly number[];
  readonly hosts: readonly number[];
  readonly cohosts: readonly number[];
  /** Who stepped in for the host, 0 = nobody. */
  readonly lead: number;
  readonly hostsGone: readonly number[];
  /** The host's floor is kept until then; 0 = no host is gone. */
  readonly floorUntilMs: number;
  /** I am asked to step in. */
  readonly asked: boolean;
  readonly moreAsked: boolean;
  readonly warned: boolean;
  readonly ended: boolean;
  /** Key, 0 = nothing. */
  readonly shownPoster: number;
  readonly shownPage: number;
  readonly link: string;
  readonly waiting: number;
  /** Mine, from 1; 0 = I do not wait. */
  readonly waitingPlace: number;
  readonly waitingPersons: readonly number[];
  readonly inListMode: number;
  readonly putOut: boolean;
  /** shownPage is of it; never with a poster. */
  readonly shownDeck?: RoomDeck | undefined;
  /** The session’s own, for who may show it. */
  readonly readyDeck?: RoomDeck | undefined;
}

const NOBODY_ASKED: ReadonlyMap<number, RoomQuestion> = new Map();

export class Rooms extends Observed {
  private readonly states_ = new Map<number, RoomNow>();
  private readonly questions_ = new Map<number, ReadonlyMap<number, RoomQuestion>>();
  /** The room somebody wants me in (room_news.ts), 0 = none. */
  called = 0;
  /** The calls I did not follow. */
  readonly putAside = new Set<string>();
  /** The room I was in, or waited for, when the connection broke. */
  before = 0;

  get states(): Iterable<RoomNow> {
    return this.states_.values();
  }

  state(room: number): RoomNow | null {
    return this.states_.get(room) ?? null;
  }

  get inside(): RoomNow | null {
    for (const state of this.states) if (state.inside) return state;
    return null;
  }

  questions(room: number): ReadonlyMap<number, RoomQuestion> {
    return this.questions_.get(room) ?? NOBODY_ASKED;
  }

  put(state: RoomNow): void {
    this.states_.set(state.room, state);
    this.changed();
  }

  ask(room: number, questions: ReadonlyMap<number, RoomQuestion>): void {
    this.questions_.set(room, questions);
    this.changed();
  }

  /** After a reconnect: what one is in is told again. */
  reset(): void {
    for (const state of this.states) if (state.inside || state.waitingPlace > 0) this.before = state.room;
    this.states_.clear();
    this.questions_.clear();
    this.called = 0;
    this.changed();
  }
}
