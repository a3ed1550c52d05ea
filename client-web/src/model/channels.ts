// All channels this tab knows: the hall, announcements, direct messages, help, breakouts' talk, posters' questions.

import { Channel, KIND_SHOWN_AGAIN } from './channel';
import type { Arrival, ChannelEvent, Outgoing } from './channel';
import { Observed } from './observed';
import type { Refusal } from './values';

export const HALL = 'hall';
export const ANNOUNCE = 'announce';

export function posterChannel(key: number): string {
  return `poster/${key}`;
}

export function talkChannel(room: number): string {
  return `talk/${room}`;
}

export function directChannel(a: number, b: number): string {
  return `dm/${Math.min(a, b)}-${Math.max(a, b)}`;
}

/** The other of a direct channel's two, 0 when it is none. */
export function directPartner(name: string, me: number): number {
  const match = /^dm\/(\d+)-(\d+)$/.exec(name);
  if (!match) return 0;
  const a = Number(match[1]);
  const b = Number(match[2]);
  return a === me ? b : a;
}

/** What somebody asks the organisers. */
export function helpChannel(person: number): string {
  return `help/${person}`;
}

/** Who asked for help in a channel, 0 when it is another kind. */
export function helpAsker(name: string): number {
  const match = /^help\/(\d+)$/.exec(name);
  return match ? Number(match[1]) : 0;
}

export function posterOfChannel(name: string): number {
  const match = /^poster\/(\d+)$/.exec(name);
  return match ? Number(match[1]) : 0;
}

export interface ChannelCursor {
  readonly channel: string;
  readonly after: number;
}

export class Channels extends Observed {
  private readonly byName_ = new Map<string, Channel>();
  private readonly drafts_ = new Map<string, string>();
  private me_ = 0;

  setMe(person: number): void {
    this.me_ = person;
  }

  get me(): number {
    return this.me_;
  }

  /** Made when it is first asked for; asking changes nothing on the server. */
  get(name: string): Channel {
    let channel = this.byName_.get(name);
    if (!channel) {
      channel = new Channel(name);
      this.byName_.set(name, channel);
    }
    return channel;
  }

  names(): readonly string[] {
    return [...this.byName_.keys()];
  }

  /** Something I wrote waits here until the hall can store again. */
  get unstored(): boolean {
    return this.names().some((name) =>
      this.get(name).outgoing.some((each) => each.refusal?.reason === 'store_unavailable'),
    );
  }

  /** Direct channels with something in them, the newest first. */
  direct(): readonly Channel[] {
    return this.begun('dm/');
  }

  /** What was asked of the organisers: my own, and what I may answer; the newest first. */
  help(): readonly Channel[] {
    return this.begun('help/');
  }

  private begun(prefix: string): readonly Channel[] {
    return [...this.byName_.values()]
      .filter(
        (channel) => channel.name.startsWith(prefix) && (channel.head > 0 || channel.outgoing.length > 0),
      )
      .sort((a, b) => lastAt(b) - lastAt(a) || b.head - a.head);
  }

  heads(heads: readonly { readonly channel: string; readonly head: number; readonly read: number }[]): void {
    for (const each of heads) this.get(each.channel).setHead(each.head, each.read);
    this.changed();
  }

  resumed(name: string, head: number, count: number): void {
    this.get(name).resumed(head, count);
    this.changed();
  }

  startAnew(name: string, head: number): void {
    this.get(name).startAnew(head);
    this.changed();
  }

  /** The channels with a hole before what came: their missing events must be read. */
  arrive(events: readonly ChannelEvent[]): readonly string[] {
    const holes = new Set<string>();
    const anew = new Set<Channel>();
    for (const event of events) {
      const channel = this.get(event.channel);
      const arrival: Arrival = channel.arrive(event);
      if (event.kind === KIND_SHOWN_AGAIN && channel.lacksWords(event.ref)) anew.add(channel);
      if (arrival === 'held') holes.add(event.channel);
    }
    // What was hidden came without its words: they are read again.
    for (const channel of anew) {
      channel.startAnew(channel.head);
      holes.add(channel.name);
    }
    if (events.length > 0) this.changed();
    return [...holes];
  }

  page(name: string, events: readonly ChannelEvent[], more: boolean): void {
    this.get(name).page(events, more);
    this.changed();
  }

  put(name: string, outgoing: Outgoing): void {
    this.get(name).put(outgoing);
    this.changed();
  }

  stored(name: string, clientId: string, number: number, atMs: number): void {
    this.get(name).stored(clientId, number, atMs);
    this.changed();
  }

  refused(name: string, clientId: string, refusal: Refusal): void {
    this.get(name).refused(clientId, refusal);
    this.changed();
  }

  discard(name: string, clientId: string): void {
    this.get(name).discard(clientId);
    this.changed();
  }

  markRead(name: string, number: number): boolean {
    const moved = this.get(name).markRead(number);
    if (moved) this.changed();
    return moved;
  }

  setWatched(name: string, on: boolean): void {
    this.get(name).watched = on;
  }

  /** For a reconnect: what this tab watches and how far it has it. */
  cursors(): readonly ChannelCursor[] {
    return [...this.byName_.values()]
      .filter((channel) => channel.watched)
      .map((channel) => ({ channel: channel.name, after: channel.last }));
  }

  unread(name: string): number {
    return this.byName_.get(name)?.unread(this.me_) ?? 0;
  }

  unreadDirect(): number {
    return [...this.direct(), ...this.help()].reduce((sum, channel) => sum + channel.unread(this.me_), 0);
  }

  /** Text begun and not sent, so that nothing typed is lost by looking elsewhere. */
  draft(key: string): string {
    return this.drafts_.get(key) ?? '';
  }

  setDraft(key: string, text: string): void {
    if (text === '') this.drafts_.delete(key);
    else this.drafts_.set(key, text);
  }
}

function lastAt(channel: Channel): number {
  return channel.messages[channel.messages.length - 1]?.atMs ?? 0;
}
