import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KIND_QUESTION } from '../model/channel';
import { posterChannel } from '../model/channels';
import type { HallModel } from '../model/hall_model';
import { testHall } from '../model/test_hall';
import type { Profile, Refusal } from '../model/values';
import type { Answer } from '../net/connection';
import type { ClientBody } from '../net/codec';
import { Talking } from './talking';
import type { Visit } from './visit';

const POSTER = posterChannel(7);

/** A server whose store may be gone; what it stored, each id once, as the real one does. */
class Server {
  readonly stored: string[] = [];
  readonly asked: string[] = [];
  refuses: Refusal['reason'] | null = null;

  ask(body: ClientBody): Promise<Answer> {
    if (body.case !== 'send') throw new Error(body.case);
    const text = body.value.text ?? '';
    this.asked.push(text);
    if (this.refuses)
      return Promise.resolve({ ok: false, refusal: { reason: this.refuses, retryAfterMs: 2000 } });
    if (!this.stored.includes(text)) this.stored.push(text);
    const number = this.stored.indexOf(text) + 1;
    return Promise.resolve({ ok: true, stored: { number, atMs: 1 } } as Answer);
  }
}

describe('what was written while the store is gone', () => {
  let model: HallModel;
  let server: Server;
  let talking: Talking;
  beforeEach(() => {
    vi.useFakeTimers();
    model = testHall();
    model.me.welcome({ person: 1, presents: [] } as unknown as Profile, 1, 1, true, []);
    server = new Server();
    const visit = { ask: (body: ClientBody) => server.ask(body), watch: () => {}, tell: () => true };
    talking = new Talking(model, visit as unknown as Visit);
  });
  afterEach(() => vi.useRealTimers());
  /** While the store is gone; the refusals have come. */
  async function asked(...questions: string[]): Promise<void> {
    server.refuses = 'store_unavailable';
    for (const question of questions) talking.askQuestion(7, question);
    await vi.advanceTimersByTimeAsync(1);
  }
  const why = () => model.channels.get(POSTER).messages.map((message) => message.refusal?.reason);
  const states = () => model.channels.get(POSTER).messages.map((message) => message.state);

  it('is kept, said so, and sent once and in order when it is back', async () => {
    await asked('one', 'two');
    expect(states()).toEqual(['failed', 'failed']);
    expect(why()).toEqual(['store_unavailable', 'store_unavailable']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states(), 'it does not flicker while it is tried').toEqual(['failed', 'failed']);
    expect(server.stored).toEqual([]);
    expect(server.asked.length, 'one is tried, not all').toBeLessThanOrEqual(2 + 5);
    server.refuses = null;
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.stored).toEqual(['one', 'two']);
    expect(states()).toEqual(['sent', 'sent']);
    const tried = server.asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked.length, 'and nothing more').toBe(tried);
  });

  it('waits on when many are sent at once and the hall says slower', async () => {
    await asked('one');
    server.refuses = 'rate_limited';
    await vi.advanceTimersByTimeAsync(2000);
    server.refuses = null;
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.stored).toEqual(['one']);
  });

  it('stays refused when it is refused for another reason', async () => {
    await asked('one');
    server.refuses = 'muted';
    await vi.advanceTimersByTimeAsync(2000);
    expect(model.channels.get(POSTER).messages[0]?.refusal?.reason).toBe('muted');
    const tried = server.asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked.length).toBe(tried);
    expect(model.channels.get(POSTER).messages[0]?.kind).toBe(KIND_QUESTION);
  });
});
