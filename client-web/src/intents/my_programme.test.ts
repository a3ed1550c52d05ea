import { afterEach, describe, expect, it, vi } from 'vitest';
import { testHall } from '../model/test_hall';
import { MyProgrammeIntents } from './my_programme';

const programme = (...sessions: string[]): Response =>
  new Response(JSON.stringify({ sessions, hosting: [], shifts: [], calendarMs: 0 }));

describe('what I choose', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('stays when an answer that was asked for before comes after', async () => {
    const answers: ((answer: Response) => void)[] = [];
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => answers.push(resolve)));
    const hall = testHall();
    const mine = new MyProgrammeIntents(hall, () => false);
    const loading = mine.load();
    const choosing = mine.choose('soon', true);
    answers[1]?.(new Response('{}'));
    await choosing;
    answers[0]?.(programme());
    await vi.waitFor(() => expect(answers.length).toBe(3));
    expect(hall.myProgramme.chosen('soon')).toBe(true);
    answers[2]?.(programme('soon'));
    await loading;
    expect(hall.myProgramme.chosen('soon')).toBe(true);
  });
});
