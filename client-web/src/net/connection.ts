// The live connection: ticket, WebSocket, Enter; and again, by itself, when it breaks.
// Runs on: the page's thread. Owns: the socket, its timers, and who still waits for an answer.

import { backoffMs } from './backoff';
import { decode, encode } from './codec';
import type { ClientBody, Incoming } from './codec';
import { LOOK_EVERY_MS, Silence } from './silence';
import type { ApiResult, Ticket } from '../model/api';
import type { LinkPhase } from '../model/link_state';
import type { Refusal, RejectReason } from '../model/values';

/** A WebSocket through which nothing came after this long is not going to be one: said within 5 s of the beginning. */
export const OPEN_WITHIN_MS = 4000;

export const CLOSING_RESTART = 1;
export const CLOSING_REPLACED = 3;
export const CLOSING_SESSION_ENDED = 4;
export const CLOSING_LEFT = 7;
export const CLOSING_REMOVED = 8;
export const CLOSING_BANNED = 9;

export interface Stored {
  readonly number: number;
  readonly atMs: number;
}

export type Answer =
  | { readonly ok: true; readonly stored: Stored; readonly body: Incoming | null }
  | { readonly ok: false; readonly refusal: Refusal };

/** A socket as the browser's, so that tests can give another. */
export interface SocketLike {
  binaryType: BinaryType;
  readonly readyState: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  onerror: ((event: Event) => void) | null;
  send(data: ArrayBufferView<ArrayBuffer>): void;
  close(code?: number): void;
}

export interface ConnectionHooks {
  readonly ticket: () => Promise<ApiResult<Ticket>>;
  readonly open: (ticket: string) => SocketLike;
  /** The Enter message for this try. */
  readonly enter: () => ClientBody;
  readonly onMessage: (message: Incoming) => void;
  readonly onPhase: (phase: LinkPhase, retryAtMs: number) => void;
  readonly nowMs: () => number;
  readonly random: () => number;
}

type Waiter = (answer: Answer) => void;

export class Connection {
  private socket_: SocketLike | null = null;
  private phase_: LinkPhase = 'connecting';
  private seq_ = 0;
  private attempt_ = 0;
  private readonly silence_ = new Silence();
  /** The process this connection is with, by its own word. */
  private process_ = '';
  /** A ticket that another process gave while this one was silent. */
  private elsewhere_ = '';
  private retryTimer_: ReturnType<typeof setTimeout> | null = null;
  private openTimer_: ReturnType<typeof setTimeout> | null = null;
  private sweep_: ReturnType<typeof setInterval> | null = null;
  private nextDelayMs_: number | null = null;
  private stopped_ = true;
  /** Raised at each try, so that a late ticket opens nothing. */
  private try_ = 0;
  private readonly waiting_ = new Map<number, Waiter>();

  constructor(private readonly hooks_: ConnectionHooks) {}

  get live(): boolean {
    return this.phase_ === 'live';
  }

  start(): void {
    if (!this.stopped_) return;
    this.stopped_ = false;
    this.attempt_ = 0;
    this.connect();
  }

  /** Ends it for good, or until start(). */
  stop(phase: LinkPhase): void {
    this.stopped_ = true;
    this.try_ += 1;
    this.drop();
    this.clearTimers();
    this.toPhase(phase, 0);
  }

  /** The network is back, or the person asks: try at once. */
  retryNow(): void {
    if (this.stopped_ || this.socket_) return;
    if (this.phase_ !== 'waiting' && this.phase_ !== 'blocked') return;
    this.connect();
  }

  /** Moves and the like: no answer wanted. False when there is no connection. */
  tell(body: ClientBody): boolean {
    return this.write(0, body);
  }

  /** Sends and waits for the answer. */
  ask(body: ClientBody): Promise<Answer> {
    this.seq_ += 1;
    const seq = this.seq_;
    return new Promise((resolve) => {
      this.waiting_.set(seq, resolve);
      if (!this.write(seq, body)) this.settle(seq, refused('offline'));
    });
  }

  /** Welcome came, from this process: from now on messages may be sent. */
  welcomed(process: string): void {
    this.attempt_ = 0;
    this.process_ = process;
    this.clearOpenTimer();
    this.toPhase('live', 0);
  }

  /** Ack, Reject, or an answer of its own kind: who asked is told. */
  settle(seq: number, answer: Answer): void {
    const waiter = this.waiting_.get(seq);
    if (!waiter) return;
    this.waiting_.delete(seq);
    waiter(answer);
  }

  /** The server said why it closes. */
  closing(reason: number, retryAfterMs: number): void {
    if (reason === CLOSING_REPLACED) this.stop('replaced');
    else if (reason === CLOSING_SESSION_ENDED) this.stop('ended');
    else if (reason === CLOSING_LEFT) this.stop('left');
    else if (reason === CLOSING_REMOVED) this.stop('removed');
    else if (reason === CLOSING_BANNED) this.stop('banned');
    else this.nextDelayMs_ = reason === CLOSING_RESTART ? Math.max(100, retryAfterMs) : retryAfterMs || null;
  }

  private connect(): void {
    this.clearTimers();
    this.try_ += 1;
    const mine = this.try_;
    if (this.phase_ !== 'blocked') this.toPhase('connecting', 0);
    void this.hooks_.ticket().then((result) => {
      if (mine !== this.try_ || this.stopped_) return;
      if (result.ok) this.openSocket(result.value.ticket, mine);
      else if (result.failure.status === 401) this.stop('ended');
      else if (result.failure.measure) this.stop('banned');
      else if (result.failure.code === 'before_doors') this.stop('early');
      else if (result.failure.code === 'event_over') this.stop('over');
      else this.retry('waiting', result.failure.retryAfterS * 1000);
    });
  }

  private openSocket(ticket: string, mine: number): void {
    let opened = false;
    let heard = false;
    let socket: SocketLike;
    try {
      socket = this.hooks_.open(ticket);
    } catch {
      this.retry('blocked', 0);
      return;
    }
    this.socket_ = socket;
    socket.binaryType = 'arraybuffer';
    // A proxy may also let the upgrade through and keep what comes after it.
    this.openTimer_ = setTimeout(() => this.lost(mine, heard ? 'waiting' : 'blocked'), OPEN_WITHIN_MS);
    socket.onopen = () => {
      opened = true;
      this.silence_.begin(this.hooks_.nowMs());
      this.process_ = this.elsewhere_ = '';
      this.sweep_ = setInterval(() => this.sweep(mine), LOOK_EVERY_MS);
      this.seq_ += 1;
      this.send(this.seq_, this.hooks_.enter());
    };
    socket.onmessage = (event: MessageEvent) => {
      heard = true;
      this.heard(event.data as ArrayBuffer, mine);
    };
    socket.onclose = () => this.lost(mine, opened || this.phase_ === 'live' ? 'waiting' : 'blocked');
    socket.onerror = () => undefined;
  }

  private heard(data: ArrayBuffer, mine: number): void {
    if (mine !== this.try_) return;
    this.silence_.heard(this.hooks_.nowMs());
    this.elsewhere_ = '';
    let message: Incoming;
    try {
      message = decode(new Uint8Array(data));
    } catch {
      this.lost(mine, 'waiting');
      return;
    }
    this.hooks_.onMessage(message);
  }

  /** Silence is asked about, then ends the connection: sooner when another process of the hall answers. */
  private sweep(mine: number): void {
    const step = this.silence_.look(this.hooks_.nowMs(), this.elsewhere_ !== '');
    if (step === 'ask') this.send(0, { case: 'ping', value: {} });
    else if (step === 'elsewhere') this.lookElsewhere(mine);
    else if (step === 'move') this.move(this.elsewhere_);
    else if (step === 'gone') this.lost(mine, 'waiting');
  }

  /** In a tunnel nobody answers; one process that is slow answers itself. */
  private lookElsewhere(mine: number): void {
    if (this.process_ === '') return;
    void this.hooks_.ticket().then((result) => {
      if (mine !== this.try_ || this.stopped_ || !result.ok) return;
      if (result.value.process !== '' && result.value.process !== this.process_)
        this.elsewhere_ = result.value.ticket;
    });
  }

  private move(ticket: string): void {
    this.drop();
    this.clearTimers();
    this.try_ += 1;
    this.toPhase('connecting', 0);
    this.openSocket(ticket, this.try_);
  }

  private lost(mine: number, phase: LinkPhase): void {
    if (mine !== this.try_ || this.stopped_) return;
    this.drop();
    this.retry(phase, 0);
  }

  private retry(phase: LinkPhase, atLeastMs: number): void {
    this.clearTimers();
    const delay = Math.max(atLeastMs, this.nextDelayMs_ ?? backoffMs(this.attempt_, this.hooks_.random()));
    this.nextDelayMs_ = null;
    this.attempt_ += 1;
    this.toPhase(phase, this.hooks_.nowMs() + delay);
    this.retryTimer_ = setTimeout(() => this.connect(), delay);
  }

  private drop(): void {
    const socket = this.socket_;
    this.socket_ = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
      socket.close();
    }
    for (const seq of [...this.waiting_.keys()]) this.settle(seq, refused('offline'));
  }

  private write(seq: number, body: ClientBody): boolean {
    return this.live && this.send(seq, body);
  }

  private send(seq: number, body: ClientBody): boolean {
    if (this.socket_?.readyState !== 1) return false;
    this.socket_.send(encode(seq, body));
    return true;
  }

  private toPhase(phase: LinkPhase, retryAtMs: number): void {
    this.phase_ = phase;
    this.hooks_.onPhase(phase, retryAtMs);
  }

  private clearOpenTimer(): void {
    if (this.openTimer_ !== null) clearTimeout(this.openTimer_);
    this.openTimer_ = null;
  }

  private clearTimers(): void {
    this.clearOpenTimer();
    if (this.retryTimer_ !== null) clearTimeout(this.retryTimer_);
    if (this.sweep_ !== null) clearInterval(this.sweep_);
    this.retryTimer_ = null;
    this.sweep_ = null;
  }
}

export function refused(
  reason: RejectReason,
  retryAfterMs = 0,
  more?: { readonly reason: string; readonly untilMs: number },
): Answer {
  const told = reason === 'muted' || reason === 'banned';
  const why = told && more ? { why: more.reason, untilMs: more.untilMs } : {};
  return { ok: false, refusal: { reason, retryAfterMs, ...why } };
}
