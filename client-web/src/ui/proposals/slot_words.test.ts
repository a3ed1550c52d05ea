import { describe, expect, it } from 'vitest';
import { daysSaid, slotTime } from './slot_words';

const slot = (from: string, to: string) => ({ startMs: Date.parse(from), endMs: Date.parse(to) });
const late = slot('2021-04-21T22:40:00Z', '2021-04-21T23:20:00Z');

describe('a slot in words', () => {
  it('says when it ends on the next day, and its own day where that is wanted', () => {
    expect(slotTime('Africa/Lagos', late, false)).toBe('23:40 to 00:20 +1 day');
    expect(slotTime('Asia/Tokyo', late, false)).toBe('07:40 to 08:20');
    expect(slotTime('Asia/Tokyo', late, true)).toBe('Thu 22 Apr 07:40 to 08:20');
  });

  it('is without its day only where all are today', () => {
    const noon = Date.parse('2021-04-21T12:00:00Z');
    const early = slot('2021-04-21T18:00:00Z', '2021-04-21T18:40:00Z');
    expect(daysSaid('Africa/Lagos', [early, late], noon)).toBe(false);
    expect(daysSaid('Asia/Tokyo', [early, late], noon)).toBe(true);
    expect(daysSaid('Asia/Tokyo', [late], noon)).toBe(true);
  });
});
