// One visit to the hall: the connection kept up, the model filled, what must be fetched fetched.
// Runs on: the page's thread. Owns: the connection and the visit's timers.

import { getEvent, postTicket } from '../net/api';
import { Connection } from '../net/connection';
import type { Answer } from '../net/connection';
import type { ClientBody } from '../net/codec';
import { loadHall } from '../net/files';
import { bytesFromHex, hex, makeClientId } from '../net/bytes';
import { Receiver } from '../net/receive';
import { addMessages } from '../net/wire_schema';
import { ANNOUNCE, HALL } from '../model/channels';
import type { HallModel } from '../model/hall_model';
import type { TextStore } from '../model/settings';

export const VIEW_HALL = 1;
export const VIEW_LIST = 2;

/** Names are asked for this often, whatever came. */
const ASK_EVERY_MS = 150;
const TICK_MS = 1000;
/** Channels watched from the start; more wait until they are opened (client.proto: burst 40). */
const WATCHED_AT_START = 30;
const PAGE = 50;

export class Visit {
  readonly connection: Connection;
  private readonly receiver_: Receiver;
  private readonly tabId_: Uint8Array<ArrayBuffer>;
  private timers_: ReturnType<typeof setInterval>[] = [];
  private hashes_ = '';
  private filling_ = new Set<string>();
  /** Every sender of what was not acknowledged registers here; called after each welcome. */
  onLive: (() => void) | null = null;

  constructor(
    private readonly model_: HallModel,
    tab: TextStore,
  ) {
    this.tabId_ = tabId(tab);
    this.connection = new Connection({
      ticket: () => this.ticket(),
      open: (ticket) => new WebSocket(socketAddress(), ['posterhall.v1', `ticket.${ticket}`]),
      enter: () => this.enter(),
      onMessage: (message) => this.receiver_.receive(message),
      onPhase: (phase, retryAtMs) => this.model_.link.set(phase, retryAtMs),
      nowMs: () => Date.now(),
      random: Math.random,
    });
    this.receiver_ = new Receiver(model_, this.connection, {
      welcomed: (hashes) => this.welcomed(hashes),
      catalogueChanged: (hashes) => void this.loadFiles(hashes.catalogueHash, hashes.planHash),
      holes: (channels) => channels.forEach((channel) => void this.fill(channel)),
      steadyMs: () => performance.now(),
    });
    model_.visitors.onNew = (ids) => model_.profiles.wantVisitors(ids);
    model_.visitors.onOwnRecord = (record) => void model_.own.confirm(record);
  }

  start(): void {
    void getEvent().then((result) => {
      if (result.ok) this.model_.link.setBuild(result.value.clientBuild);
      this.connection.start();
    });
    this.timers_ = [
      setInterval(() => this.askNames(), ASK_EVERY_MS),
      setInterval(() => this.tick(), TICK_MS),
    ];
  }

  stop(): void {
    this.timers_.forEach(clearInterval);
    this.connection.stop('left');
  }

  /** The fields of messages that are fetched with what sends them. */
  learn(more: Readonly<Record<string, string>>): void {
    addMessages(more);
  }

  tell(body: ClientBody): boolean {
    return this.connection.tell(body);
  }

  ask(body: ClientBody): Promise<Answer> {
    return this.connection.ask(body);
  }

  watch(name: string): void {
    const channel = this.model_.channels.get(name);
    if (channel.watched) return;
    // Who never wrote to each other or to the organisers has no channel yet; its first event comes unasked.
    if (/^(dm|help)\//.test(name) && channel.head === 0) return;
    this.model_.channels.setWatched(name, true);
    this.tell({ case: 'watch', value: { channel: name, after: channel.last } });
  }

  unwatch(name: string): void {
    if (!this.model_.channels.get(name).watched) return;
    this.model_.channels.setWatched(name, false);
    this.tell({ case: 'unwatch', value: { channel: name } });
  }

  /** One page of history before what is here; the newest page when nothing is. */
  async older(name: string): Promise<void> {
    const channel = this.model_.channels.get(name);
    const answer = await this.ask({
      case: 'history',
      value: { channel: name, before: channel.first, limit: PAGE },
    });
    if (!answer.ok || answer.body?.kind !== 'body' || answer.body.body.case !== 'history') return;
    this.page(name, answer.body.body.value.events, answer.body.body.value.more);
  }

  /** Reads what is missing before events that came. */
  private async fill(name: string): Promise<void> {
    if (this.filling_.has(name)) return;
    this.filling_.add(name);
    const channel = this.model_.channels.get(name);
    let before = 0;
    for (let pages = 0; pages < 40; pages++) {
      const answer = await this.ask({ case: 'history', value: { channel: name, before, limit: 100 } });
      if (!answer.ok || answer.body?.kind !== 'body' || answer.body.body.case !== 'history') break;
      const { events, more } = answer.body.body.value;
      const first = events[0];
      const joins = first !== undefined && channel.last > 0 && first.number <= channel.last + 1;
      if (channel.last === 0 || joins || !first) {
        this.page(name, events, more);
        break;
      }
      if (!more) break;
      before = Math.min(first.number, channel.last + 101);
      if (before <= channel.last + 1) break;
    }
    this.filling_.delete(name);
  }

  private page(
    name: string,
    wire: readonly (Omit<Parameters<HallModel['channels']['page']>[1][number], 'clientId'> & {
      readonly clientId: Uint8Array;
    })[],
    more: boolean,
  ): void {
    const events = wire.map((event) => ({ ...event, clientId: hex(event.clientId) }));
    this.model_.profiles.wantPersons(events.map((event) => event.author));
    this.model_.channels.page(name, events, more);
  }

  /** Asks the door; a closed one says why. */
  async ticket(): ReturnType<typeof postTicket> {
    const result = await postTicket();
    if (!result.ok && result.failure.measure) this.model_.order.told(result.failure.measure);
    return result;
  }

  private enter(): ClientBody {
    const model = this.model_;
    return {
      case: 'enter',
      value: {
        view: model.settings.values.view === 'list' ? VIEW_LIST : VIEW_HALL,
        clientBuild: model.link.build,
        resume: [...model.channels.cursors()],
        tabId: this.tabId_,
        watchOnly: model.link.everLive && !model.me.inControl,
        place: model.own.known ? model.own.word : 0,
        atBooth: model.conversation.booth !== 0,
      },
    };
  }

  private welcomed(hashes: { readonly catalogueHash: string; readonly planHash: string }): void {
    const { channels } = this.model_;
    const resumed = new Set(channels.cursors().map((cursor) => cursor.channel));
    const first = [ANNOUNCE, HALL];
    const rest = channels
      .names()
      .filter((name) => /^(dm|help|poster)\//.test(name))
      .filter((name) => channels.get(name).head > 0);
    for (const name of [...first, ...rest].slice(0, WATCHED_AT_START))
      if (!resumed.has(name)) this.watch(name);
    this.model_.profiles.wantPersons(
      rest.flatMap((name) => (/^(?:dm|help)\/(\d+)(?:-(\d+))?$/.exec(name) ?? []).slice(1).map(Number)),
    );
    void this.loadFiles(hashes.catalogueHash, hashes.planHash);
    this.onLive?.();
  }

  private async loadFiles(catalogueHash: string, planHash: string): Promise<void> {
    const wanted = `${catalogueHash} ${planHash}`;
    if (wanted === this.hashes_) return;
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        const files = await loadHall(catalogueHash, planHash);
        this.hashes_ = wanted;
        this.model_.own.setPlan(files.plan);
        this.model_.catalogue.set(files.catalogue, files.plan);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 500 * (attempt + 1)));
      }
    }
    this.connection.retryNow();
  }

  private askNames(): void {
    if (!this.connection.live) return;
    this.model_.profiles.ask(
      {
        who: (visitors) => this.tell({ case: 'whoRequest', value: { visitors: [...visitors] } }),
        persons: (persons) => this.tell({ case: 'personsRequest', value: { persons: [...persons] } }),
      },
      performance.now(),
    );
  }

  private tick(): void {
    this.model_.clock.tick();
    this.model_.conversation.tick(this.model_.clock.exactMs);
    this.model_.notices.tick(this.model_.clock.exactMs);
  }
}

function socketAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`;
}

/** 16 bytes kept by the tab: a reconnect replaces its own old connection, a reload too. */
function tabId(tab: TextStore): Uint8Array<ArrayBuffer> {
  const key = 'posterhall.tab';
  const fresh = makeClientId();
  try {
    const kept = tab.getItem(key) ?? '';
    if (/^[0-9a-f]{32}$/.test(kept)) return new Uint8Array(bytesFromHex(kept));
    tab.setItem(key, fresh);
  } catch {
    // A browser that keeps nothing: a reload is another tab.
  }
  return new Uint8Array(bytesFromHex(fresh));
}
