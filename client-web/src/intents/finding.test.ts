import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testHall } from '../model/test_hall';
import { Finding } from './finding';

const found = (title: string): Response =>
  new Response(JSON.stringify({ query: title, postersFound: 1, posters: [{ key: 7, number: 107, title }] }));

describe('a search', () => {
  let answers: (() => Promise<Response>)[] = [];
  let asked: string[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    asked = [];
    vi.stubGlobal('fetch', (path: string) => {
      asked.push(path);
      return answers.shift()?.() ?? Promise.reject(new Error('nobody answers'));
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const busy = (): Promise<Response> =>
    Promise.resolve(new Response('{"code":"unavailable"}', { status: 503 }));
  const open = (): { finding: Finding; search: ReturnType<typeof testHall>['search'] } => {
    const model = testHall();
    return {
      finding: new Finding(model, { ask: () => Promise.reject(new Error('not here')) }),
      search: model.search,
    };
  };

  it('is asked again when nobody could answer', async () => {
    const { finding, search } = open();
    answers = [busy, () => Promise.reject(new Error('no network')), () => Promise.resolve(found('Lake ice'))];
    const done = finding.search('lake');
    await vi.advanceTimersByTimeAsync(0);
    expect(search.failed).toBe(true);
    await vi.advanceTimersByTimeAsync(3000);
    await done;
    expect(search.hits.map((hit) => hit.key)).toEqual(['p7']);
    expect(search.failed).toBe(false);
    expect(asked.length).toBe(3);
  });
  it('is not asked again when it is refused', async () => {
    const { finding, search } = open();
    answers = [() => Promise.resolve(new Response('{"code":"too_long"}', { status: 400 }))];
    await finding.search('lake');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([search.failed, asked.length]).toEqual([true, 1]);
  });
  it('waits as long as it is told to', async () => {
    const { finding, search } = open();
    answers = [
      () => Promise.resolve(new Response('{}', { status: 429, headers: { 'Retry-After': '7' } })),
      () => Promise.resolve(found('Lake ice')),
    ];
    const done = finding.search('lake');
    await vi.advanceTimersByTimeAsync(6999);
    expect(asked.length).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await done;
    expect(search.hits.length).toBe(1);
  });
  it('ends with the next one, and when nobody looks any more', async () => {
    const { finding, search } = open();
    const first = finding.search('lake');
    await vi.advanceTimersByTimeAsync(0);
    answers = [() => Promise.resolve(found('Sea ice'))];
    await finding.search('sea');
    await first;
    expect(search.query).toBe('sea');
    expect(asked.length).toBe(2);
    const last = finding.search('moss');
    await vi.advanceTimersByTimeAsync(0);
    finding.stop();
    await last;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBe(3);
  });
});
