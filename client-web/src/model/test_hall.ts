// A hall's model for tests: nothing stored, UTC, the list.

import { HallModel } from './hall_model';
import { Settings } from './settings';

export function testHall(): HallModel {
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
