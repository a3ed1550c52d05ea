// One channel of what lasts: its events in number order without a gap, what is still on its way, and what is read.
// Edits and deletions are entries of their own and change what is shown of an earlier one.

import type { Refusal } from './values';

export const KIND_MESSAGE = 1;
export const KIND_QUESTION = 2;
export const KIND_ANSWER = 3;
export const KIND_EDIT = 4;
export const KIND_DELETE = 5;
export const KIND_ANNOUNCEMENT = 6;
export const KIND_QUESTION_UNNAMED = 21;
const KIND_ANSWER_UNNAMED = 22;
export const KIND_WANTED = 23;
export const KIND_UNWANTED = 24;
export const KIND_HIDDEN_BY_AUTHOR = 25;
export const KIND_SHOWN_AGAIN = 27;

export interface ChannelEvent {
  readonly channel: string;
  readonly number: number;
  /** Hexadecimal. */
  readonly clientId: string;
  readonly atMs: number;
  readonly author: number;
  readonly kind: number;
  readonly ref: number;
  readonly text: string;
  readonly authorOfPoster: boolean;
}

export type MessageState = 'sent' | 'pending' | 'failed';

export interface Message {
  /** The same before and after it was stored. */
  readonly key: string;
  /** 0 while it has none. */
  readonly number: number;
  readonly atMs: number;
  readonly author: number;
  /** A question or answer without a name has the kind it would have with one. */
  readonly kind: number;
  readonly ref: number;
  readonly text: string;
  readonly authorOfPoster: boolean;
  readonly unnamed: boolean;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly state: MessageState;
  readonly refusal: Refusal | null;
}

/** What was written here and is not known to be shown yet. */
export interface Outgoing {
  readonly clientId: string;
  readonly kind: number;
  readonly text: string;
  readonly ref: number;
  readonly atMs: number;
  readonly author: number;
  readonly state: MessageState;
  readonly refusal: Refusal | null;
}

export type Arrival = 'shown' | 'known' | 'held';

/** 0 = shows nothing of its own. */
function shownAs(kind: number): number {
  if (kind === KIND_QUESTION_UNNAMED || kind === KIND_ANSWER_UNNAMED) return kind - 19;
  return kind <= KIND_ANSWER || kind === KIND_ANNOUNCEMENT ? kind : 0;
}

export class Channel {
  private events_: ChannelEvent[] = [];
  private readonly held_ = new Map<number, ChannelEvent>();
  private outgoing_: Outgoing[] = [];
  private messages_: readonly Message[] | null = null;
  private head_ = 0;
  private read_ = 0;
  /** Older ones are in the store. */
  private more_ = false;
  private loaded_ = false;
  private watched_ = false;

  constructor(readonly name: string) {}

  get head(): number {
    return this.head_;
  }
  get read(): number {
    return this.read_;
  }
  get more(): boolean {
    return this.more_;
  }
  /** The newest page is here. */
  get loaded(): boolean {
    return this.loaded_;
  }
  get watched(): boolean {
    return this.watched_;
  }
  set watched(on: boolean) {
    this.watched_ = on;
  }
  /** The lowest number held, 0 = none. */
  get first(): number {
    return this.events_[0]?.number ?? 0;
  }
  /** The highest number shown, 0 = none. */
  get last(): number {
    return this.events_[this.events_.length - 1]?.number ?? 0;
  }
  get outgoing(): readonly Outgoing[] {
    return this.outgoing_;
  }

  /** All that is held, rising numbers without a gap. */
  get events(): readonly ChannelEvent[] {
    return this.events_;
  }

  /** An entry or what answers it came without its words: it was hidden, or taken back. */
  lacksWords(number: number): boolean {
    return this.events_.some(
      (event) =>
        event.text === '' &&
        (event.number === number || (event.ref === number && shownAs(event.kind) === KIND_ANSWER)),
    );
  }

  setHead(head: number, read: number | null): void {
    this.head_ = Math.max(this.head_, head);
    if (read !== null) this.read_ = Math.max(this.read_, read);
  }

  markRead(number: number): boolean {
    if (number <= this.read_) return false;
    this.read_ = number;
    return true;
  }

  /** The server follows with the events after ours (or the newest ones, when we had none). */
  resumed(head: number, count: number): void {
    this.head_ = Math.max(this.head_, head);
    this.loaded_ = true;
    if (this.events_.length === 0) this.more_ = head > count;
    this.messages_ = null;
  }

  /** Too much was missed: what is held ends here, the newest page is to be read. Older ones are paged as always. */
  startAnew(head: number): void {
    this.events_ = [];
    this.held_.clear();
    this.head_ = Math.max(this.head_, head);
    this.loaded_ = false;
    this.more_ = true;
    this.messages_ = null;
  }

  /** A live event. `held`: a number before it is missing and must be read first. */
  arrive(event: ChannelEvent): Arrival {
    this.head_ = Math.max(this.head_, event.number);
    if (this.events_.length > 0 && event.number <= this.last) return 'known';
    if (this.events_.length > 0 && event.number > this.last + 1) {
      this.held_.set(event.number, event);
      return 'held';
    }
    if (this.events_.length === 0 && event.number > 1) this.more_ = true;
    this.append(event);
    for (let next = this.held_.get(this.last + 1); next; next = this.held_.get(this.last + 1)) {
      this.held_.delete(next.number);
      this.append(next);
    }
    return 'shown';
  }

  /** A page of history, rising numbers; joins at either end. */
  page(events: readonly ChannelEvent[], more: boolean): void {
    const first = events[0];
    const last = events[events.length - 1];
    this.loaded_ = true;
    this.messages_ = null;
    if (!first || !last) {
      if (this.events_.length === 0 || this.first === 1) this.more_ = false;
      return;
    }
    if (this.events_.length === 0) {
      this.events_ = [...events];
      this.more_ = more;
    } else if (last.number < this.first) {
      this.events_ = [...events, ...this.events_];
      this.more_ = more;
    }
    for (const event of events) if (event.number === this.last + 1) this.append(event);
    for (const event of events) this.settle(event);
    for (const event of [...this.held_.values()].sort((a, b) => a.number - b.number)) {
      this.held_.delete(event.number);
      this.arrive(event);
    }
  }

  put(outgoing: Outgoing): void {
    this.outgoing_ = [...this.outgoing_.filter((each) => each.clientId !== outgoing.clientId), outgoing];
    this.messages_ = null;
  }

  /** Stored: it is shown as sent until its event comes by. */
  stored(clientId: string, number: number, atMs: number): void {
    if (this.last >= number) this.outgoing_ = this.outgoing_.filter((each) => each.clientId !== clientId);
    else {
      this.outgoing_ = this.outgoing_.map((each) =>
        each.clientId === clientId
          ? { ...each, state: 'sent', refusal: null, atMs: atMs || each.atMs }
          : each,
      );
    }
    this.messages_ = null;
  }

  refused(clientId: string, refusal: Refusal): void {
    this.outgoing_ = this.outgoing_.map((each) =>
      each.clientId === clientId ? { ...each, state: 'failed', refusal } : each,
    );
    this.messages_ = null;
  }

  discard(clientId: string): void {
    this.outgoing_ = this.outgoing_.filter((each) => each.clientId !== clientId);
    this.messages_ = null;
  }

  /** What is shown, oldest first; what is on its way comes last. */
  get messages(): readonly Message[] {
    this.messages_ ??= this.compose();
    return this.messages_;
  }

  unread(me: number): number {
    if (this.events_.length === 0) return Math.max(0, this.head_ - this.read_);
    const below = Math.max(0, this.first - 1 - this.read_);
    const here = this.messages.filter(
      (message) => message.number > this.read_ && message.author !== me && !message.deleted,
    ).length;
    return here + (this.loaded_ ? 0 : below);
  }

  private append(event: ChannelEvent): void {
    this.events_.push(event);
    this.settle(event);
    this.messages_ = null;
  }

  private settle(event: ChannelEvent): void {
    if (this.outgoing_.some((each) => each.clientId === event.clientId)) {
      this.outgoing_ = this.outgoing_.filter((each) => each.clientId !== event.clientId);
    }
  }

  private compose(): Message[] {
    const edits = new Map<number, string>();
    const deleted = new Set<number>();
    for (const event of this.events_) {
      if (event.kind === KIND_EDIT) edits.set(event.ref, event.text);
      if (event.kind === KIND_DELETE) deleted.add(event.ref);
    }
    const shown = this.events_
      .filter((event) => shownAs(event.kind) > 0)
      .map((event): Message => {
        const gone = deleted.has(event.number);
        return {
          key: event.clientId || `n${event.number}`,
          number: event.number,
          atMs: event.atMs,
          author: event.author,
          kind: shownAs(event.kind),
          ref: event.ref,
          text: gone ? '' : (edits.get(event.number) ?? event.text),
          authorOfPoster: event.authorOfPoster,
          unnamed: event.kind > KIND_ANNOUNCEMENT,
          edited: edits.has(event.number),
          deleted: gone,
          state: 'sent',
          refusal: null,
        };
      });
    const onTheWay = this.outgoing_.map((each): Message => ({
      ...each,
      key: each.clientId,
      number: 0,
      kind: shownAs(each.kind),
      authorOfPoster: false,
      unnamed: each.kind > KIND_ANNOUNCEMENT,
      edited: false,
      deleted: false,
    }));
    return [...shown, ...onTheWay];
  }
}
