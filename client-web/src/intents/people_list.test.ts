import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientBody } from '../net/codec';
import type { Answer } from '../net/connection';
import { refused } from '../net/connection';
import type { HallModel } from '../model/hall_model';
import { testHall } from '../model/test_hall';
import { PeopleList } from './people_list';

const page = (total: number): Answer =>
  ({
    ok: true,
    body: { kind: 'body', body: { case: 'peoplePage', value: { offset: 0, total, rows: [] } } },
  }) as unknown as Answer;

describe('the list of people', () => {
  let answers: Answer[] = [];
  let asked: string[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    asked = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const open = (): { model: HallModel; list: PeopleList } => {
    const model = testHall();
    const ask = (body: ClientBody): Promise<Answer> => {
      asked.push((body.value as { filter: string }).filter);
      return Promise.resolve(answers.shift() ?? refused('offline'));
    };
    return { model, list: new PeopleList(model, { ask }) };
  };

  it('is asked for again when a hall that finds it too quick says so', async () => {
    const { model, list } = open();
    answers = [refused('rate_limited', 900), page(3)];
    void list.list('ama', 'name');
    await vi.advanceTimersByTimeAsync(899);
    expect([asked, model.people.loading, model.people.loaded]).toEqual([['ama'], true, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect([asked, model.people.loading, model.people.loaded]).toEqual([['ama', 'ama'], false, true]);
    expect(model.people.total).toBe(3);
  });
  it('asks for the last that was wished, once', async () => {
    const { model, list } = open();
    answers = [refused('rate_limited', 900), page(3)];
    void list.list('a', 'name');
    await vi.advanceTimersByTimeAsync(100);
    void list.list('am', 'name');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked, model.people.loaded]).toEqual([['a', 'am'], true]);
  });
  it('is not asked for when nobody reads it any more', async () => {
    const { list } = open();
    answers = [refused('rate_limited', 900)];
    void list.list('', 'name');
    await vi.advanceTimersByTimeAsync(100);
    list.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual(['']);
  });
  it('has failed when it was refused for good', async () => {
    const { model, list } = open();
    answers = [refused('offline')];
    await list.list('', 'name');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked, model.people.loading, model.people.loaded]).toEqual([[''], false, false]);
  });
});
