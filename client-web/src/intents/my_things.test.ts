import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HallModel } from '../model/hall_model';
import { VISIT_MS } from '../model/my_things';
import { testHall } from '../model/test_hall';
import type { Poster, Profile } from '../model/values';
import { MyThingsIntents } from './my_things';

function hall(presents: readonly number[] = []): HallModel {
  const model = testHall();
  const posters = [7, 8].map((key) => ({ key, number: 100 + key }) as unknown as Poster);
  vi.spyOn(model.catalogue, 'byNumber').mockImplementation(
    (number) => posters.find((poster) => poster.number === number) ?? null,
  );
  model.me.welcome({ person: 1, presents } as unknown as Profile, 1, 1, true, []);
  return model;
}

describe('a visit', () => {
  let booth = 0;
  let told: string[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    booth = 0;
    told = [];
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      if (init.method === 'POST') told.push(`${path} ${String(init.body)}`);
      return Promise.resolve(new Response('{"posters":[]}'));
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** Stands there, as the conversation says. */
  function follow(model: HallModel): (at: number) => void {
    vi.spyOn(model.conversation, 'booth', 'get').mockImplementation(() => booth);
    new MyThingsIntents(model, () => false).follow();
    return (at) => {
      booth = at;
      (model.conversation as unknown as { changed(): void }).changed();
    };
  }

  it('is half a minute at a booth, kept once', () => {
    const model = hall();
    const stand = follow(model);
    stand(107);
    vi.advanceTimersByTime(VISIT_MS - 1);
    expect(model.mine.visited(7)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(model.mine.visited(7)).toBe(true);
    stand(0);
    stand(107);
    vi.advanceTimersByTime(VISIT_MS);
    expect(told).toEqual(['/api/v1/visited {"poster":7}']);
  });
  it('is not walking past, and not standing at one’s own', () => {
    const model = hall([8]);
    const stand = follow(model);
    stand(107);
    vi.advanceTimersByTime(VISIT_MS / 2);
    stand(108);
    vi.advanceTimersByTime(VISIT_MS * 2);
    expect([7, 8].map((key) => model.mine.visited(key))).toEqual([false, false]);
    expect(told).toEqual([]);
  });
});
