// The event, its posters, programme and floor, by the ways they are looked up.

import { Observed } from './observed';
import type { PlanView } from './scene_view';
import type { EventInfo, Poster, ProgrammeSession, Room } from './values';

export interface CatalogueContent {
  readonly event: EventInfo;
  readonly topics: readonly string[];
  /** Ordered by number. */
  readonly posters: readonly Poster[];
  /** Ordered by start. */
  readonly sessions: readonly ProgrammeSession[];
  readonly rooms: readonly Room[];
}

export const NO_EVENT: EventInfo = {
  name: '',
  edition: '',
  timeZone: '',
  days: [],
  contact: '',
  codeOfConduct: '',
  privacy: '',
  publicUrl: '',
  postersFreezeMs: 0,
  doorsMs: 0,
  closesMs: 0,
  readableUntilMs: 0,
  timesChange: 0,
};

const NOTHING: CatalogueContent = { event: NO_EVENT, topics: [], posters: [], sessions: [], rooms: [] };

export const TOPIC_LETTERS = 'ABCDEFGH';

export function topicLetter(topic: number): string {
  return TOPIC_LETTERS[topic] ?? 'A';
}

export function aisleOf(number: number): number {
  return Math.floor(number / 100);
}

export class Catalogue extends Observed {
  private content_ = NOTHING;
  private plan_: PlanView | null = null;
  private byKey_ = new Map<number, Poster>();
  private byNumber_ = new Map<number, Poster>();
  private aisles_ = 0;

  get event(): EventInfo {
    return this.content_.event;
  }
  get topics(): readonly string[] {
    return this.content_.topics;
  }
  get posters(): readonly Poster[] {
    return this.content_.posters;
  }
  get sessions(): readonly ProgrammeSession[] {
    return this.content_.sessions;
  }
  get rooms(): readonly Room[] {
    return this.content_.rooms;
  }
  get plan(): PlanView | null {
    return this.plan_;
  }
  /** How many aisles the hall has. */
  get aisles(): number {
    return this.aisles_;
  }
  get loaded(): boolean {
    return this.plan_ !== null;
  }

  set(content: CatalogueContent, plan: PlanView): void {
    this.content_ = content;
    this.plan_ = plan;
    this.byKey_ = new Map(content.posters.map((poster) => [poster.key, poster]));
    this.byNumber_ = new Map(content.posters.map((poster) => [poster.number, poster]));
    this.aisles_ = plan.booths.reduce((most, booth) => Math.max(most, aisleOf(booth.number)), 0);
    this.changed();
  }

  byKey(key: number): Poster | null {
    return this.byKey_.get(key) ?? null;
  }

  byNumber(number: number): Poster | null {
    return this.byNumber_.get(number) ?? null;
  }

  /** By the hall's number, the file's booth ("D4") or the file's id, as /p/… names it. */
  find(name: string): Poster | null {
    const folded = name.trim().toLowerCase();
    if (/^\d+$/.test(folded)) {
      const poster = this.byNumber(Number(folded));
      if (poster) return poster;
    }
    return (
      this.posters.find((poster) => poster.fileBooth.toLowerCase() === folded) ??
      this.posters.find((poster) => poster.id.toLowerCase() === folded) ??
      null
    );
  }

  room(room: number): Room | null {
    return this.rooms.find((each) => each.room === room) ?? null;
  }

  session(id: string): ProgrammeSession | null {
    return this.sessions.find((each) => each.id === id) ?? null;
  }

  sessionsOfRoom(room: number): readonly ProgrammeSession[] {
    return this.sessions.filter((each) => each.room === room);
  }
}
