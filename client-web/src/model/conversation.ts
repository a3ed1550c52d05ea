// The conversation I am in: who hears me, what was said nearby (for now only), who came and left, who is typing.

import { Arrivals } from './arrivals';
import { Observed } from './observed';
import { conversationPlace } from './place';
import type { ConversationPlace } from './place';
import type { Member, Refusal } from './values';

export type NearbyState = 'sent' | 'pending' | 'failed';

export interface NearbyLine {
  readonly key: string;
  readonly conversation: number;
  readonly atMs: number;
  /** 0 for news. */
  readonly person: number;
  readonly text: string;
  readonly state: NearbyState;
  readonly refusal: Refusal | null;
  /** People who came and left, instead of a text. */
  readonly came: readonly number[];
  readonly left: readonly number[];
}

const KEPT = 200;
export const TYPING_SHOWN_MS = 4000;

export class Conversation extends Observed {
  private id_ = 0;
  private members_: readonly Member[] = [];
  private centre_ = 0;
  private lines_: readonly NearbyLine[] = [];
  private readonly arrivals_ = new Arrivals();
  private readonly typing_ = new Map<string, Map<number, number>>();
  private newsCount_ = 0;
  private me_ = 0;
  private unread_ = 0;

  /** 0 = none. */
  get id(): number {
    return this.id_;
  }
  get place(): ConversationPlace {
    return conversationPlace(this.id_);
  }
  /** The booth I stand in, 0 = none. */
  get booth(): number {
    return this.place.kind === 'booth' ? this.place.index : 0;
  }
  get members(): readonly Member[] {
    return this.members_;
  }
  get others(): readonly Member[] {
    return this.members_.filter((member) => member.person !== this.me_);
  }
  /** A circle's place, as a packed word. */
  get centre(): number {
    return this.centre_;
  }
  /** What was said in the conversation I am in. */
  get lines(): readonly NearbyLine[] {
    return this.lines_.filter((line) => line.conversation === this.id_);
  }
  get unread(): number {
    return this.unread_;
  }

  setMe(person: number): void {
    this.me_ = person;
  }

  seen(): void {
    if (this.unread_ === 0) return;
    this.unread_ = 0;
    this.changed();
  }

  apply(id: number, members: readonly Member[], centre: number): void {
    if (id === this.id_) {
      const before = new Set(this.members_.map((member) => member.person));
      const now = new Set(members.map((member) => member.person));
      this.arrivals_.add(
        [...now].filter((person) => !before.has(person) && person !== this.me_),
        [...before].filter((person) => !now.has(person) && person !== this.me_),
      );
    } else {
      this.arrivals_.clear();
      this.unread_ = 0;
    }
    this.id_ = id;
    this.members_ = members;
    this.centre_ = centre;
    this.changed();
  }

  /** Said nearby. The same client id counts once. */
  said(line: { key: string; conversation: number; atMs: number; person: number; text: string }): void {
    const known = this.lines_.some((each) => each.key === line.key);
    const entry: NearbyLine = { ...line, state: 'sent', refusal: null, came: [], left: [] };
    if (known) this.replace(line.key, () => entry);
    else this.add(entry);
    if (!known && line.person !== this.me_) this.unread_ += 1;
    this.typing_.get('')?.delete(line.person);
    this.changed();
  }

  /** My own words, shown at once. */
  saying(line: { key: string; conversation: number; atMs: number; text: string }): void {
    const entry: NearbyLine = {
      ...line,
      person: this.me_,
      state: 'pending',
      refusal: null,
      came: [],
      left: [],
    };
    if (this.lines_.some((each) => each.key === line.key)) this.replace(line.key, () => entry);
    else this.add(entry);
    this.changed();
  }

  heard(key: string): void {
    this.replace(key, (line) => ({ ...line, state: 'sent', refusal: null }));
    this.changed();
  }

  unheard(key: string, refusal: Refusal): void {
    this.replace(key, (line) => (line.state === 'sent' ? line : { ...line, state: 'failed', refusal }));
    this.changed();
  }

  discard(key: string): void {
    this.lines_ = this.lines_.filter((line) => line.key !== key);
    this.changed();
  }

  line(key: string): NearbyLine | null {
    return this.lines_.find((line) => line.key === key) ?? null;
  }

  /** Once a second: news of arrivals becomes a line, old typing ends. */
  tick(nowMs: number): void {
    const news = this.arrivals_.take(nowMs);
    if (news) {
      this.newsCount_ += 1;
      this.add({
        key: `news${this.newsCount_}`,
        conversation: this.id_,
        atMs: nowMs,
        person: 0,
        text: '',
        state: 'sent',
        refusal: null,
        ...news,
      });
    }
    let ended = false;
    for (const people of this.typing_.values()) {
      for (const [person, untilMs] of people) {
        if (untilMs <= nowMs) {
          people.delete(person);
          ended = true;
        }
      }
    }
    if (news || ended) this.changed();
  }

  typed(channel: string, person: number, nowMs: number): void {
    if (person === this.me_) return;
    let people = this.typing_.get(channel);
    if (!people) {
      people = new Map();
      this.typing_.set(channel, people);
    }
    people.set(person, nowMs + TYPING_SHOWN_MS);
    this.changed();
  }

  stoppedTyping(channel: string, person: number): void {
    if (this.typing_.get(channel)?.delete(person)) this.changed();
  }

  /** Channel '' = nearby. */
  typing(channel: string): readonly number[] {
    return [...(this.typing_.get(channel)?.keys() ?? [])];
  }

  private add(line: NearbyLine): void {
    this.lines_ = [...this.lines_, line].slice(-KEPT);
  }

  private replace(key: string, by: (line: NearbyLine) => NearbyLine): void {
    this.lines_ = this.lines_.map((line) => (line.key === key ? by(line) : line));
  }
}
