import { describe, expect, it } from 'vitest';
import { Announcements, GIVEN, WAITS, WITHDRAWN } from './announcements';
import type { Announcement } from './announcements';

const one = (number: number, dueMs: number, state = WAITS, settledMs = 0): Announcement => ({
  number,
  person: 7,
  name: 'Ingrid',
  atMs: 1,
  to: 1,
  room: 0,
  dueMs,
  text: 'Lunch',
  state,
  settledMs,
  reached: 0,
});

describe('announcements', () => {
  it('wait in the order in which they are due, and are remembered with the latest first', () => {
    const list = new Announcements();
    expect(list.known).toBe(false);
    let told = 0;
    list.onChange(() => (told += 1));
    list.told([one(1, 900), one(2, 300), one(3, 0, GIVEN, 10), one(4, 5, WITHDRAWN, 20), one(5, 300)]);
    expect(told).toBe(1);
    expect(list.known).toBe(true);
    expect(list.waiting.map((each) => each.number)).toEqual([2, 5, 1]);
    expect(list.settled.map((each) => each.number)).toEqual([4, 3]);
  });
});
