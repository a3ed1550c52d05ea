import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_EVENT } from '../model/catalogue';

import type { HallModel } from '../model/hall_model';
import type { PlanView } from '../model/scene_view';
import { testHall } from '../model/test_hall';
import type { ProgrammeSession } from '../model/values';
import { Programming } from './programming';

const MINUTE = 60_000;

describe('the programme, changed', () => {
  let told: { path: string; body: Record<string, unknown> }[] = [];
  let model: HallModel;
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    model = testHall();
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      told.push({ path, body: JSON.parse(String(init.body)) as Record<string, unknown> });
      return Promise.resolve(new Response('{"session":"s","change":1}'));
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const session = (endMs: number, change: number): ProgrammeSession =>
    ({ id: 's', title: 'A panel', span: { startMs: 0, endMs }, change }) as unknown as ProgrammeSession;
  /** The catalogue as it comes. */
  function shows(sessions: readonly ProgrammeSession[], closesMs = 0, timesChange = 0): void {
    const event = { ...NO_EVENT, closesMs, timesChange };
    const plan = { booths: [] } as unknown as PlanView;
    model.catalogue.set({ event, topics: [], posters: [], sessions, rooms: [] }, plan);
  }
  const ends = (): unknown[] =>
    told.map(({ body }) => [(body['session'] as ProgrammeSession).span?.endMs, body['after']]);

  it('goes on from what the act before has made of it', async () => {
    shows([session(40 * MINUTE, 3)]);
    const acts = new Programming(model);
    const both = Promise.all([acts.longer('s', 10), acts.longer('s', 10)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(ends()).toEqual([[50 * MINUTE, 3]]);
    shows([session(50 * MINUTE, 4)]);
    await expect(both).resolves.toEqual(['', '']);
    expect(ends()).toEqual([
      [50 * MINUTE, 3],
      [60 * MINUTE, 4],
    ]);
  });
  it('so do the hours, and what is read after them', async () => {
    shows([], 100 * MINUTE, 1);
    const acts = new Programming(model);
    const both = Promise.all([acts.later(30), acts.later(15)]);
    let settled = false;
    void acts.settled().then(() => (settled = true));
    await vi.advanceTimersByTimeAsync(1000);
    shows([], 130 * MINUTE, 2);
    await expect(both).resolves.toEqual(['', '']);
    expect(settled).toBe(false);
    shows([], 145 * MINUTE, 3);
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).toBe(true);
    const asked = told.map(({ body }) => [body['closesMs'], body['readableUntilMs'], body['after']]);
    expect(asked).toEqual([
      [130 * MINUTE, 190 * MINUTE, 1],
      [145 * MINUTE, 205 * MINUTE, 2],
    ]);
  });
  it('does not wait for ever, nor for what was refused', async () => {
    shows([session(40 * MINUTE, 3)]);
    const acts = new Programming(model);
    void acts.removeSession(session(40 * MINUTE, 3));
    const second = acts.longer('s', 10);
    await vi.advanceTimersByTimeAsync(4999);
    expect(told.length).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await expect(second).resolves.toBe('');
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"code":"moved_on"}', { status: 409 })));
    await vi.advanceTimersByTimeAsync(5000);
    await expect(Promise.all([acts.timesBack(), acts.longer('s', 10)])).resolves.toEqual([
      'moved_on',
      'moved_on',
    ]);
  });
  it('says so when what it should change is not there by then', async () => {
    shows([session(40 * MINUTE, 3)]);
    const acts = new Programming(model);
    void acts.removeSession(session(40 * MINUTE, 3));
    const second = acts.longer('s', 10);
    await vi.advanceTimersByTimeAsync(0);
    shows([]);
    await expect(second).resolves.toBe('not_found');
    expect(told.length).toBe(1);
  });
});
