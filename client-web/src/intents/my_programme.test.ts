import { afterEach, describe, expect, it, vi } from 'vitest';
import { HallModel } from '../model/hall_model';
import { Settings } from '../model/settings';
import { MyProgrammeIntents } from './my_programme';

function model(): HallModel {
  const store = { getItem: (): null => null, setItem: (): void => undefined };
  const settings = new Settings(store, {
    theme: 'system',
    reduceMotion: false,
    letterKeys: true,
    language: '',
    timeZone: 'UTC',
    wakesAt: 7,
    sleepsAt: 23,
    view: 'list',
    go: 'auto',
    map: true,
    remind: false,
  });
  return new HallModel(settings, () => 0);
}

const programme = (...sessions: string[]): Response =>
  new Response(JSON.stringify({ sessions, hosting: [], shifts: [], calendarMs: 0 }));

describe('what I choose', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('stays when an answer that was asked for before comes after', async () => {
    const answers: ((answer: Response) => void)[] = [];
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => answers.push(resolve)));
    const hall = model();
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
