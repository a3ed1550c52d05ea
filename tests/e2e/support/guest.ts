// A person in the hall without a browser: the real protocol from this process. Fills scenes cheaply; what is judged is
// always what a browser shows.
// Owns: its connection.

import { randomBytes } from 'node:crypto';
import { decode, encode } from '../../../client-web/src/net/codec';
import type { ClientBody, ServerBody } from '../../../client-web/src/net/codec';
import { addMessages } from '../../../client-web/src/net/wire_schema';
import { ANNOUNCE_SCHEMA } from '../../../client-web/src/net/wire_schema_announce';
import { ORDER_SCHEMA } from '../../../client-web/src/net/wire_schema_order';
import { QUESTION_SCHEMA } from '../../../client-web/src/net/wire_schema_questions';
import { ROOM_SCHEMA } from '../../../client-web/src/net/wire_schema_rooms';

// What a page fetches when it needs it, all at once.
addMessages({ ...ANNOUNCE_SCHEMA, ...ORDER_SCHEMA, ...QUESTION_SCHEMA, ...ROOM_SCHEMA });

type BodyOf<C extends ServerBody['case']> = Extract<ServerBody, { case: C }>['value'];

/** A process of the hall, and what a browser there would call its origin. */
interface Door {
  readonly url: string;
  readonly origin?: string;
}

interface Outfit {
  readonly view?: 'hall' | 'list';
  readonly shortName?: string;
  /** Five bytes (client-web/src/model/avatar_look.ts). */
  readonly look?: Uint8Array;
}

// Node's own socket takes headers, which a browser's does not.
const Socket = WebSocket as unknown as new (url: string, options: object) => WebSocket;

export class Guest {
  private seq_ = 1;
  private conversation_ = 0;
  private readonly heard_: ServerBody[] = [];
  private readonly waiting_ = new Set<() => void>();
  me!: BodyOf<'welcome'>;

  private constructor(
    private readonly socket_: WebSocket,
    /** Of its session. */
    readonly cookie: string,
  ) {}

  /** Redeems the link and comes in; resolves when welcomed. */
  static async enter(hall: Door, link: string, outfit: Outfit = {}): Promise<Guest> {
    const origin = hall.origin ?? hall.url;
    const post = async (path: string, body: object, cookie = ''): Promise<Response> => {
      const answer = await fetch(`${hall.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: origin, ...(cookie === '' ? {} : { Cookie: cookie }) },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
      return answer;
    };
    const entered = await post('/enter', {
      token: link.split('#')[1] ?? '',
      shortName: outfit.shortName ?? '',
      look: Buffer.from(outfit.look ?? new Uint8Array()).toString('base64'),
      timeZone: 'Africa/Lagos',
      takeOver: true,
    });
    const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    const { ticket } = (await (await post('/ticket', {}, cookie)).json()) as { ticket: string };
    const socket = new Socket(`${hall.url.replace('http', 'ws')}/ws`, {
      protocols: ['posterhall.v1', `ticket.${ticket}`],
      headers: { Origin: origin, Cookie: cookie },
    });
    socket.binaryType = 'arraybuffer';
    const guest = new Guest(socket, cookie);
    socket.onmessage = (event: MessageEvent) => guest.heard(new Uint8Array(event.data as ArrayBuffer));
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onerror = () => reject(new Error('a guest was not let in'));
    });
    guest.send({
      case: 'enter',
      value: { view: outfit.view === 'list' ? 2 : 1, clientBuild: '', resume: [], tabId: randomBytes(16), watchOnly: false },
    });
    guest.me = await guest.next('welcome');
    return guest;
  }

  private heard(bytes: Uint8Array): void {
    const message = decode(bytes);
    if (message.kind === 'frame') return;
    if (message.body.case === 'conversation') this.conversation_ = message.body.value.conversation;
    this.heard_.push(message.body);
    if (this.heard_.length > 500) this.heard_.shift();
    this.waiting_.forEach((wake) => wake());
  }

  private send(body: ClientBody): number {
    this.seq_ += 1;
    this.socket_.send(encode(this.seq_, body) as Uint8Array<ArrayBuffer>);
    return this.seq_;
  }

  /** The first message that fits, of what came or will come. */
  async find(what: string, fits: (body: ServerBody) => boolean): Promise<ServerBody> {
    const look = (): ServerBody | undefined => this.heard_.find(fits);
    let found = look();
    const deadline = Date.now() + 15_000;
    while (!found) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`a guest waited 15 s for ${what}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, left);
        const { waiting_ } = this;
        function done(): void {
          clearTimeout(timer);
          waiting_.delete(done);
          resolve();
        }
        waiting_.add(done);
      });
      found = look();
    }
    return found;
  }

  private async next<C extends ServerBody['case']>(kind: C): Promise<BodyOf<C>> {
    return (await this.find(String(kind), (body) => body.case === kind)).value as BodyOf<C>;
  }

  /** Sends and waits for its answer; a refusal is an error. */
  private async ask(body: ClientBody): Promise<ServerBody> {
    const seq = this.send(body);
    const answer = await this.find(`the answer to ${String(body.case)}`, (each) => {
      const value = each.value as { inReplyTo?: number } | undefined;
      return value?.inReplyTo === seq;
    });
    if (answer.case === 'reject') throw new Error(`a guest's ${String(body.case)} was refused: ${answer.value.code}`);
    return answer;
  }

  /** Set down at a booth; resolves when there. */
  async standAt(number: number): Promise<void> {
    await this.ask({ case: 'go', value: { target: { case: 'booth', value: number }, how: 2 } });
    await this.find(`the conversation at ${number}`, () => this.conversation_ === (1 << 28 | number));
  }

  async goTo(target: Extract<ClientBody, { case: 'go' }>['value']['target']): Promise<void> {
    await this.ask({ case: 'go', value: { target, how: 2 } });
  }

  /** Walks to a place by itself: what the wire calls a move. */
  move(sequence: number, place: number): void {
    this.send({ case: 'move', value: { sequence, place } });
  }

  async say(text: string): Promise<void> {
    await this.ask({ case: 'say', value: { clientId: randomBytes(16), text, conversation: this.conversation_ } });
  }

  /** Kinds as event.proto numbers them. */
  async write(channel: string, text: string, kind: number, ref = 0): Promise<void> {
    await this.ask({ case: 'send', value: { channel, clientId: randomBytes(16), kind, text, ref } });
  }

  async setStatus(text: string): Promise<void> {
    await this.ask({ case: 'setStatus', value: { text, doNotLocate: false, away: false } });
  }

  async report(person: number, reason: string): Promise<void> {
    await this.ask({ case: 'report', value: { clientId: randomBytes(16), person, reason } });
  }

  /** Gets no more state frames, as a tab nobody looks at. */
  hide(): void {
    this.send({ case: 'activity', value: { hidden: true, input: false, view: 2 } });
  }

  async raiseHand(booth: number): Promise<void> {
    await this.ask({ case: 'raiseHand', value: { booth, down: false } });
  }

  /** As its presenter: looks at a part of the poster (booth.proto). */
  show(booth: number, centre: number, extent: number): void {
    this.send({ case: 'showView', value: { booth, centre, extent } });
  }

  emote(emote: number): void {
    this.send({ case: 'emote', value: { emote } });
  }

  async openRoom(room: number): Promise<void> {
    await this.ask({ case: 'roomOpen', value: { room } });
  }

  async enterRoom(room: number): Promise<void> {
    await this.ask({ case: 'roomEnter', value: { room } });
  }

  /** Kinds as order.proto numbers them; until lifted. */
  async measure(person: number, kind: number, reason: string): Promise<void> {
    await this.ask({ case: 'measure', value: { clientId: randomBytes(16), person, kind, minutes: 0, reason, report: 0 } });
  }

  /** Resolves when the connection has ended. */
  async ended(): Promise<void> {
    if (this.socket_.readyState === WebSocket.CLOSED) return;
    await new Promise<void>((resolve) => {
      this.socket_.addEventListener('close', () => resolve());
    });
  }

  leave(): void {
    this.socket_.close();
  }
}
