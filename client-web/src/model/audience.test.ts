import { describe, expect, it } from 'vitest';
import { AUDIENCE_FROM, audienceOf, NO_AUDIENCE, seats } from './audience';
import type { VisitorView } from './scene_view';

const FLOOR = { x: 96, y: 192, w: 480, h: 128 };

function visitor(id: number, more: Partial<VisitorView> = {}): VisitorView {
  return {
    id,
    x: FLOOR.x + ((id * 37) % FLOOR.w),
    y: FLOOR.y + ((id * 11) % FLOOR.h),
    facing: 1,
    walking: false,
    look: new Uint8Array(5),
    name: `Person ${id}`,
    shortName: '',
    affiliation: '',
    me: false,
    away: false,
    listMode: false,
    presents: false,
    keptInSight: false,
    talkingWithMe: true,
    ...more,
  };
}

const crowd = (count: number): VisitorView[] => Array.from({ length: count }, (_, i) => visitor(i + 1));

describe('the audience', () => {
  it('are people as long as they are few', () => {
    expect(audienceOf(crowd(AUDIENCE_FROM), FLOOR, 0)).toBe(NO_AUDIENCE);
  });
  it('are one when they are many, however many', () => {
    const { count, heads } = audienceOf(crowd(1000), FLOOR, 0);
    expect(count).toBe(1000);
    expect(heads.size).toBe(1000);
  });
  it('leave as people who is looked for: me, in sight, speaking, presenting, walking in, singled out', () => {
    const special = [
      visitor(2001, { me: true }),
      visitor(2002, { keptInSight: true }),
      visitor(2003, { bubble: { text: 'Why?', untilMs: 10 } }),
      visitor(2004, { presents: true }),
      visitor(2005, { walking: true }),
      visitor(2006, { emote: { emoji: '👋', untilMs: 10 } }),
      visitor(2007),
    ];
    const { count, heads } = audienceOf([...crowd(100), ...special], FLOOR, 5, new Set([2007]));
    expect(count).toBe(107);
    expect([...heads].filter((id) => id > 2000)).toEqual([]);
    expect(heads.size).toBe(100);
    // What was said is over: a head among heads.
    expect(audienceOf([...crowd(100), ...special], FLOOR, 10).heads.has(2003)).toBe(true);
  });
  it('do not count who stands elsewhere', () => {
    const beside = crowd(100).map((one) => ({ ...one, y: FLOOR.y + FLOOR.h }));
    expect(
      audienceOf([...crowd(31), ...beside.map((one) => ({ ...one, id: one.id + 500 }))], FLOOR, 0).count,
    ).toBe(31);
  });
});

describe('their seats', () => {
  it('are rows on the floor, each once, the front’s middle first', () => {
    const all = seats(FLOOR, 1000);
    expect(all.length).toBeGreaterThan(100);
    expect(all.length).toBeLessThan(200);
    expect(new Set(all.map(({ x, y }) => `${x},${y}`)).size).toBe(all.length);
    for (const { x, y } of all) {
      expect(x).toBeGreaterThan(FLOOR.x);
      expect(x).toBeLessThan(FLOOR.x + FLOOR.w);
      expect(y).toBeLessThan(FLOOR.y + FLOOR.h);
    }
    expect(all[0]).toEqual({ x: FLOOR.x + FLOOR.w / 2, y: FLOOR.y + 18 });
  });
  it('stay where they are when more come', () => {
    expect(seats(FLOOR, 60).slice(0, 40)).toEqual(seats(FLOOR, 40));
  });
});
