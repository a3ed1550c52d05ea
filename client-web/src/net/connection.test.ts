import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection, OPEN_WITHIN_MS, QUIET_MS } from './connection';
import type { Answer, SocketLike } from './connection';
import type { ApiResult } from '../model/api';
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
let ticket: () => Promise<ApiResult<string>>;
let connection: Connection;

const granted = (): Promise<ApiResult<string>> => Promise.resolve({ ok: true, value: 't' });
const failed = (status: number): Promise<ApiResult<string>> =>
  Promise.resolve({ ok: false, failure: { status, code: '', message: '', retryAfterS: 0 } });
const last = (): FakeSocket => sockets[sockets.length - 1] ?? new FakeSocket();
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  phases = [];
  ticket = granted;
  connection = new Connection({
    ticket: () => ticket(),
    open: () => {
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
  connection.welcomed();
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

  it('asks after 2 s of silence and gives up within 4.5 s of it', async () => {
    await goLive();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(last().cases).toContain('ping');
    last().says(PONG);
    await vi.advanceTimersByTimeAsync(2 * QUIET_MS - 1);
    expect(phases.at(-1)).toBe('live');
    await vi.advanceTimersByTimeAsync(501);
    expect(phases).toContain('waiting');
  });

  it('does not take its own standstill for silence', async () => {
    await goLive();
    vi.setSystemTime(Date.now() + 6000);
    await vi.advanceTimersByTimeAsync(600);
    expect(phases.at(-1)).toBe('live');
    await vi.advanceTimersByTimeAsync(2 * QUIET_MS + 500);
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
