// Names and looks, asked for in batches and kept. A person is who is invited; a visitor is a person's avatar now.

import { Observed } from './observed';
import { shortNameOf } from './scene_view';
import type { Profile } from './values';

/** The most one request may name (client.proto). */
const BATCH = 256;
/** Ask again for those whose answer never came. */
const AGAIN_MS = 5000;

export interface ProfileAsker {
  who(visitors: readonly number[]): void;
  persons(persons: readonly number[]): void;
}

export class Profiles extends Observed {
  private readonly byPerson_ = new Map<number, Profile>();
  private readonly personOf_ = new Map<number, number>();
  private readonly visitorOf_ = new Map<number, number>();
  private readonly wantedVisitors_ = new Map<number, number>();
  private readonly wantedPersons_ = new Map<number, number>();

  person(person: number): Profile | null {
    return this.byPerson_.get(person) ?? null;
  }

  ofVisitor(visitor: number): Profile | null {
    const person = this.personOf_.get(visitor);
    return person === undefined ? null : this.person(person);
  }

  /** The avatar of a person, as far as it was seen; 0 = never. */
  visitorOf(person: number): number {
    return this.visitorOf_.get(person) ?? 0;
  }

  /** Who presents this poster among those known, never me; 0 = nobody known. */
  presenterOf(poster: number, me: number): number {
    for (const profile of this.byPerson_.values())
      if (profile.person !== me && profile.presents.includes(poster)) return profile.person;
    return 0;
  }

  shortName(person: number): string {
    const profile = this.person(person);
    return profile ? shortNameOf(profile.shortName, profile.name) : '';
  }

  /** Visitors' ids count for one stay; after a reconnect they may be somebody else's. */
  forgetVisitors(): void {
    this.personOf_.clear();
    this.visitorOf_.clear();
    this.wantedVisitors_.clear();
  }

  put(profiles: readonly Profile[]): void {
    for (const profile of profiles) {
      this.byPerson_.set(profile.person, profile);
      this.wantedPersons_.delete(profile.person);
    }
    if (profiles.length > 0) this.changed();
  }

  putVisitors(rows: readonly { readonly visitor: number; readonly profile: Profile }[]): void {
    for (const row of rows) this.link(row.visitor, row.profile.person);
    this.put(rows.map((row) => row.profile));
  }

  link(visitor: number, person: number): void {
    if (visitor === 0 || person === 0) return;
    this.personOf_.set(visitor, person);
    this.visitorOf_.set(person, visitor);
    this.wantedVisitors_.delete(visitor);
  }

  wantVisitors(visitors: Iterable<number>): void {
    for (const id of visitors) {
      if (id !== 0 && !this.personOf_.has(id) && !this.wantedVisitors_.has(id))
        this.wantedVisitors_.set(id, -Infinity);
    }
  }

  wantPersons(persons: Iterable<number>): void {
    for (const id of persons) {
      if (id !== 0 && !this.byPerson_.has(id) && !this.wantedPersons_.has(id))
        this.wantedPersons_.set(id, -Infinity);
    }
  }

  /** Somebody changed their name, look or status: what we show of them is asked for again. */
  outdated(persons: readonly number[]): void {
    for (const id of persons) if (this.byPerson_.has(id)) this.wantedPersons_.set(id, -Infinity);
  }

  /** Sends what is wanted, in one batch each; call it a few times a second. */
  ask(asker: ProfileAsker, nowMs: number): void {
    const visitors = due(this.wantedVisitors_, nowMs);
    const persons = due(this.wantedPersons_, nowMs);
    if (visitors.length > 0) asker.who(visitors);
    if (persons.length > 0) asker.persons(persons);
  }
}

function due(wanted: Map<number, number>, nowMs: number): number[] {
  const ids: number[] = [];
  for (const [id, askedMs] of wanted) {
    if (nowMs - askedMs < AGAIN_MS) continue;
    wanted.set(id, nowMs);
    ids.push(id);
    if (ids.length === BATCH) break;
  }
  return ids;
}
