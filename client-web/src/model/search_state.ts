// The search that is open: what was typed, what was found, what is chosen. Answers that come late are dropped.

import type { FoundPerson, FoundPoster, FoundSession, SearchAnswer } from './api';
import { Observed } from './observed';

export type SearchKind = 'all' | 'posters' | 'people' | 'sessions';

export type SearchHit =
  | { readonly kind: 'poster'; readonly key: string; readonly poster: FoundPoster }
  | { readonly kind: 'person'; readonly key: string; readonly person: FoundPerson }
  | { readonly kind: 'session'; readonly key: string; readonly session: FoundSession };

export class SearchState extends Observed {
  private query_ = '';
  private answer_: SearchAnswer | null = null;
  private searching_ = false;
  private failed_ = false;
  private kind_: SearchKind = 'all';
  private chosen_ = 0;
  private asked_ = 0;

  get query(): string {
    return this.query_;
  }
  get answer(): SearchAnswer | null {
    return this.answer_;
  }
  get searching(): boolean {
    return this.searching_;
  }
  get failed(): boolean {
    return this.failed_;
  }
  get kind(): SearchKind {
    return this.kind_;
  }
  get chosen(): SearchHit | null {
    return this.hits[this.chosen_] ?? null;
  }
  get chosenIndex(): number {
    return this.chosen_;
  }
  /** A poster's number typed whole goes straight there. 0 = none. */
  get typedNumber(): number {
    return /^\d{1,5}$/.test(this.query_.trim()) ? Number(this.query_.trim()) : 0;
  }

  get hits(): readonly SearchHit[] {
    const answer = this.answer_;
    if (!answer) return [];
    const hits: SearchHit[] = [];
    if (this.kind_ === 'all' || this.kind_ === 'posters') {
      for (const poster of answer.posters) hits.push({ kind: 'poster', key: `p${poster.key}`, poster });
    }
    if (this.kind_ === 'all' || this.kind_ === 'people') {
      for (const person of answer.people)
        hits.push({ kind: 'person', key: `h${person.profile.person}`, person });
    }
    if (this.kind_ === 'all' || this.kind_ === 'sessions') {
      for (const session of answer.sessions) hits.push({ kind: 'session', key: `s${session.id}`, session });
    }
    return hits;
  }

  /** The ticket its answer must show. */
  ask(query: string): number {
    this.query_ = query;
    this.asked_ += 1;
    this.searching_ = query.trim() !== '';
    this.failed_ = false;
    if (!this.searching_) this.answer_ = null;
    this.changed();
    return this.asked_;
  }

  found(ticket: number, answer: SearchAnswer): void {
    if (ticket !== this.asked_) return;
    this.answer_ = answer;
    this.searching_ = false;
    this.failed_ = false;
    this.chosen_ = 0;
    this.changed();
  }

  fail(ticket: number): void {
    if (ticket !== this.asked_) return;
    this.searching_ = false;
    this.failed_ = true;
    this.changed();
  }

  only(kind: SearchKind): void {
    this.kind_ = kind;
    this.chosen_ = 0;
    this.changed();
  }

  choose(index: number): void {
    const count = this.hits.length;
    if (count === 0) return;
    this.chosen_ = ((index % count) + count) % count;
    this.changed();
  }

  /** The first hit of the next group. */
  nextGroup(back: boolean): void {
    const hits = this.hits;
    const kinds = [...new Set(hits.map((hit) => hit.kind))];
    const now = this.chosen?.kind;
    if (!now || kinds.length < 2) return;
    const next = kinds[(kinds.indexOf(now) + (back ? kinds.length - 1 : 1)) % kinds.length];
    this.choose(hits.findIndex((hit) => hit.kind === next));
  }
}
