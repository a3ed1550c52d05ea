import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection, OPEN_WITHIN_MS } from './connection';
import { GONE_MS, LOOK_EVERY_MS, MOVE_MS, QUIET_MS, Silence } from './silence';
import type { Answer, SocketLike } from './connection';
import type { ApiResult, Ticket } from '../model/api';
import type { LinkPhase } from '../model/link_state';
import { readMessage } from './wire';

class FakeSocket implements SocketLike {
  binaryType: BinaryType = 'blob';
  readyState = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  closed = false;

  send(data: ArrayBufferView<ArrayBuffer>): void {
    this.sent.push(readMessage('ClientMessage', new Uint8Array(data.buffer)));
  }
  close(): void {
    this.closed = true;
  }
  opens(): void {
    this.readyState = 1;
    this.onopen?.({} as Event);
  }
  breaks(): void {
    this.readyState = 3;
    this.onclose?.({} as CloseEvent);
  }
  says(bytes: number[]): void {
    this.onmessage?.({ data: new Uint8Array(bytes).buffer } as MessageEvent);
  }
  get cases(): unknown[] {
    return this.sent.map((message) => (message['body'] as { case?: string }).case);
  }
}

const PONG = [0xc2, 0x01, 0x00];
let sockets: FakeSocket[] = [];
let phases: LinkPhase[] = [];
let opened: string[] = [];
let ticket: () => Promise<ApiResult<Ticket>>;
let connection: Connection;

const grantedBy = (process: string): Promise<ApiResult<Ticket>> =>
  Promise.resolve({ ok: true, value: { ticket: `of ${process}`, process } });
const granted = (): Promise<ApiResult<Ticket>> => grantedBy('a');
const failed = (status: number): Promise<ApiResult<Ticket>> =>
  Promise.resolve({ ok: false, failure: { status, code: '', message: '', retryAfterS: 0 } });
const last = (): FakeSocket => sockets[sockets.length - 1] ?? new FakeSocket();
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  phases = [];
  opened = [];
  ticket = granted;
  connection = new Connection({
    ticket: () => ticket(),
    open: (with_) => {
      opened.push(with_);
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    enter: () => ({ case: 'enter', value: { clientBuild: 'x' } }),
    onMessage: () => undefined,
    onPhase: (phase) => phases.push(phase),
    nowMs: () => Date.now(),
    random: () => 0.5,
  });
});
afterEach(() => {
  connection.stop('left');
  vi.useRealTimers();
});

async function goLive(): Promise<void> {
  connection.start();
  await settle();
  last().opens();
  connection.welcomed('a');
}

describe('a connection', () => {
  it('enters when the socket opens and is live when it is welcomed', async () => {
    await goLive();
    expect(last().cases).toEqual(['enter']);
    expect(connection.live).toBe(true);
    expect(phases.at(-1)).toBe('live');
  });

  it('says nothing before it is live', async () => {
    connection.start();
    await settle();
    last().opens();
    expect(connection.tell({ case: 'roomLeave', value: {} })).toBe(false);
  });

  it('comes back by itself after it broke, and tells who waited', async () => {
    await goLive();
    let answer: Answer | null = null;
    void connection.ask({ case: 'roomLeave', value: {} }).then((given) => (answer = given));
    last().breaks();
    await settle();
    expect(answer).toEqual({ ok: false, refusal: { reason: 'offline', retryAfterMs: 0 } });
    expect(phases.at(-1)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sockets.length).toBe(2);
  });

  it('finds out within 5 s that a socket never opens, says so and keeps trying', async () => {
    connection.start();
    await settle();
    await vi.advanceTimersByTimeAsync(OPEN_WITHIN_MS);
    expect(phases.at(-1)).toBe('blocked');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sockets.length).toBe(2);
  });

  it('finds out that nothing comes through a socket that did open', async () => {
    connection.start();
    await settle();
    last().opens();
    await vi.advanceTimersByTimeAsync(OPEN_WITHIN_MS);
    expect(phases.at(-1)).toBe('blocked');
  });

  it('asks after 1.5 s of silence and gives up after 4', async () => {
    await goLive();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(last().cases).toContain('ping');
    last().says(PONG);
    await vi.advanceTimersByTimeAsync(GONE_MS - 1);
    expect(phases.at(-1)).toBe('live');
    await vi.advanceTimersByTimeAsync(LOOK_EVERY_MS + 1);
    expect(phases).toContain('waiting');
  });

  it('goes to another process that answers while its own is silent, at once', async () => {
    await goLive();
    ticket = () => grantedBy('b');
    await vi.advanceTimersByTimeAsync(MOVE_MS - 1);
    expect(sockets.length).toBe(1);
    await vi.advanceTimersByTimeAsync(LOOK_EVERY_MS + 1);
    expect(sockets[0]?.closed).toBe(true);
    expect(opened).toEqual(['of a', 'of b']);
    last().opens();
    connection.welcomed('b');
    expect(phases.at(-1)).toBe('live');
    expect(phases).not.toContain('waiting');
  });

  it('tells who waited for an answer when it goes to another process', async () => {
    await goLive();
    ticket = () => grantedBy('b');
    const answer = connection.ask({ case: 'roomLeave', value: {} });
    await vi.advanceTimersByTimeAsync(MOVE_MS + LOOK_EVERY_MS);
    expect(await answer).toMatchObject({ refusal: { reason: 'offline' } });
  });

  it('stays with its own process when that one answers, and when it is heard again', async () => {
    await goLive();
    await vi.advanceTimersByTimeAsync(MOVE_MS + 2 * LOOK_EVERY_MS);
    expect(sockets.length).toBe(1);
    last().says(PONG);
    ticket = () => grantedBy('b');
    await vi.advanceTimersByTimeAsync(MOVE_MS - LOOK_EVERY_MS);
    last().says(PONG);
    ticket = granted;
    await vi.advanceTimersByTimeAsync(GONE_MS - LOOK_EVERY_MS);
    expect(sockets.length).toBe(1);
    expect(phases.at(-1)).toBe('live');
  });

  it('asks a second time who else is there: the first question may have gone to the process that hangs', async () => {
    await goLive();
    let asked = 0;
    ticket = () => ((asked += 1) === 1 ? new Promise(() => undefined) : grantedBy('b'));
    await vi.advanceTimersByTimeAsync(3250);
    expect(asked).toBe(2);
    expect(opened.at(-1)).toBe('of b');
  });

  it('waits in a tunnel, where nobody answers', async () => {
    await goLive();
    ticket = () => failed(0);
    await vi.advanceTimersByTimeAsync(GONE_MS - 1);
    expect(phases.at(-1)).toBe('live');
    last().says(PONG);
    await vi.advanceTimersByTimeAsync(1000);
    expect(phases.at(-1)).toBe('live');
  });

  it('finds silence as soon from a tab in the background, which looks once a second', () => {
    const silence = new Silence();
    silence.begin(0);
    const steps = [1000, 2000, 3000, 4000].map((nowMs) => silence.look(nowMs, false));
    expect(steps).toEqual(['wait', 'ask', 'elsewhere', 'gone']);
  });

  it('does not take its own standstill for silence', async () => {
    await goLive();
    vi.setSystemTime(Date.now() + 6000);
    await vi.advanceTimersByTimeAsync(600);
    expect(phases.at(-1)).toBe('live');
    await vi.advanceTimersByTimeAsync(GONE_MS + 500);
    expect(phases).toContain('waiting');
  });

  it('ends when the session has ended, and not before', async () => {
    ticket = () => failed(503);
    connection.start();
    await settle();
    expect(phases.at(-1)).toBe('waiting');
    ticket = () => failed(401);
    await vi.advanceTimersByTimeAsync(2000);
    expect(phases.at(-1)).toBe('ended');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets.length).toBe(0);
  });

  it('does not come back by itself when the person was put out or is not let in', async () => {
    await goLive();
    connection.closing(8, 0);
    last().breaks();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phases.at(-1)).toBe('removed');
    expect(sockets.length).toBe(1);
    const measure = {
      measure: 1,
      kind: 4,
      reason: '',
      atMs: 0,
      untilMs: 0,
      lifted: false,
      contact: '',
      seen: false,
    };
    ticket = () =>
      Promise.resolve({
        ok: false,
        failure: { status: 403, code: 'banned', message: '', retryAfterS: 0, measure },
      });
    connection.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phases.at(-1)).toBe('banned');
    expect(sockets.length).toBe(1);
  });

  it('rests when it was replaced and comes back when asked', async () => {
    await goLive();
    connection.closing(3, 0);
    last().breaks();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phases.at(-1)).toBe('replaced');
    expect(sockets.length).toBe(1);
    connection.start();
    await settle();
    expect(sockets.length).toBe(2);
  });

  it('comes back when the server says after a restart', async () => {
    await goLive();
    connection.closing(1, 400);
    last().breaks();
    await vi.advanceTimersByTimeAsync(399);
    expect(sockets.length).toBe(1);
    await vi.advanceTimersByTimeAsync(2);
    expect(sockets.length).toBe(2);
  });

  it('drops the connection on bytes that are no message', async () => {
    await goLive();
    last().says([0x12, 0x7f]);
    expect(phases.at(-1)).toBe('waiting');
    expect(sockets[0]?.closed).toBe(true);
  });

  it('matches answers to questions', async () => {
    await goLive();
    const first = connection.ask({ case: 'roomLeave', value: {} });
    const second = connection.ask({ case: 'roomLeave', value: {} });
    const [a, b] = last()
      .sent.slice(-2)
      .map((message) => message['seq'] as number);
    connection.settle(b ?? 0, { ok: true, stored: { number: 2, atMs: 0 }, body: null });
    connection.settle(a ?? 0, { ok: true, stored: { number: 1, atMs: 0 }, body: null });
    expect(await first).toMatchObject({ stored: { number: 1 } });
    expect(await second).toMatchObject({ stored: { number: 2 } });
  });
});
