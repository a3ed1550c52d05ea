import { describe, expect, it } from 'vitest';
import { OwnPlace } from './own_place';
import { packPlace, unpackPlace } from './place';
import type { PlanView } from './scene_view';

const NO_RECT = { x: 0, y: 0, w: 0, h: 0 };
const WIDTH = 20;
const plan: PlanView = {
  width: WIDTH,
  height: 5,
  floor: new Uint8Array(WIDTH * 5),
  blocked: new Uint8Array(WIDTH * 5),
  booths: [],
  furniture: [],
  tables: [],
  doors: [],
  signs: [],
  aisleNumbers: [],
  stage: NO_RECT,
  audience: NO_RECT,
  foyer: NO_RECT,
};

function standing(sequence = 10): OwnPlace {
  const own = new OwnPlace();
  own.setPlan(plan);
  own.put(unpackPlace(packPlace(48, 80, 0)), sequence);
  return own;
}

function walk(own: OwnPlace, frames: number, frameMs = 16, from = 0) {
  own.walker.keyDown('ArrowRight');
  const wishes = [];
  for (let i = 1; i <= frames; i++) wishes.push(...own.tick(frameMs, from + i * frameMs));
  return wishes;
}

describe('my own place', () => {
  it('sends at most 20 wishes a second, with rising sequences', () => {
    const wishes = walk(standing(254), 62);
    expect(wishes.length).toBeGreaterThan(8);
    expect(wishes.length).toBeLessThanOrEqual(20);
    expect(wishes.slice(0, 3).map((wish) => wish.sequence)).toEqual([255, 0, 1]);
  });

  it('sends pieces of a slow frame, so that no corner is cut', () => {
    const wishes = walk(standing(), 1, 250, 1000);
    const xs = wishes.map((wish) => unpackPlace(wish.place).x);
    expect(wishes.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...xs.map((x, i) => x - (xs[i - 1] ?? 48)))).toBeLessThan(16);
  });

  it('says nothing while standing', () => {
    expect(standing().tick(16, 16)).toEqual([]);
  });

  it('stays when the server agrees', () => {
    const own = standing();
    const wishes = walk(own, 30);
    const first = wishes[0];
    if (!first) throw new Error('no wish');
    expect(own.confirm({ ...unpackPlace(first.place), sequence: first.sequence })).toBe(false);
    expect(own.corrections).toBe(0);
  });

  it('goes where the server says when it refused, and its next wish is newer than all before', () => {
    const own = standing();
    const wishes = walk(own, 30);
    const refused = wishes[1];
    const newest = wishes[wishes.length - 1];
    if (!refused || !newest) throw new Error('no wish');
    expect(own.confirm({ ...unpackPlace(packPlace(48, 80, 0)), sequence: refused.sequence })).toBe(true);
    expect(own.point).toEqual({ x: 48, y: 80 });
    const again = walk(own, 10, 16, 1000)[0];
    expect(again?.sequence).toBe((newest.sequence + 1) & 0xff);
  });

  it('goes where it was set down by another tab', () => {
    const own = standing(10);
    expect(own.confirm({ ...unpackPlace(packPlace(300, 80, 1)), sequence: 40 })).toBe(true);
    expect(own.point).toEqual({ x: 300, y: 80 });
  });

  it('is not disturbed by an older record while wishes are under way', () => {
    const own = standing(10);
    walk(own, 10);
    expect(own.confirm({ ...unpackPlace(packPlace(48, 80, 0)), sequence: 10 })).toBe(false);
  });

  it('goes back when its wishes were dropped: the same old record for long', () => {
    const own = standing(10);
    const before = { ...unpackPlace(packPlace(48, 80, 0)), sequence: 10 };
    expect(own.confirm(before)).toBe(false);
    walk(own, 19);
    expect(own.confirm(before)).toBe(false);
    walk(own, 21, 16, 304);
    expect(own.confirm(before)).toBe(true);
    expect(own.point).toEqual({ x: 48, y: 80 });
  });

  it('does not take a frame of its own that hung for a refusal: what has come meanwhile is read after it', () => {
    const own = standing(10);
    const before = { ...unpackPlace(packPlace(48, 80, 0)), sequence: 10 };
    expect(own.confirm(before)).toBe(false);
    // What the server said before it had these wishes is read when it has taken them.
    const wishes = walk(own, 2, 1000);
    expect(wishes.length).toBeGreaterThan(10);
    expect(own.confirm(before)).toBe(false);
    for (const wish of wishes)
      expect(own.confirm({ ...unpackPlace(wish.place), sequence: wish.sequence })).toBe(false);
    expect(own.corrections).toBe(0);
  });

  it('walks in a slow frame less than the server lets one earn: wishes may come late', () => {
    const own = standing();
    walk(own, 1, 1000, 1000);
    expect(own.point.x - 48).toBeLessThan((0.7 * 1000 * 32) / 170);
  });

  it('is put right once for one refusal, however slow the line', () => {
    const own = standing(10);
    const [refused, ...underWay] = walk(own, 40);
    if (!refused) throw new Error('no wish');
    const there = unpackPlace(packPlace(48, 80, 0));
    expect(own.confirm({ ...there, sequence: refused.sequence })).toBe(true);
    walk(own, 40, 16, 640);
    // The answers to the others come one after the other, as they were asked.
    underWay.forEach((wish) => {
      expect(own.confirm({ ...unpackPlace(wish.place), sequence: wish.sequence })).toBe(false);
    });
    expect(own.corrections).toBe(1);
  });

  it('goes where it was set down in the middle of a walk, which is said once', () => {
    const own = standing(10);
    walk(own, 10);
    expect(own.confirm({ ...unpackPlace(packPlace(300, 80, 1)), sequence: 74 })).toBe(true);
    expect(own.point).toEqual({ x: 300, y: 80 });
    expect(walk(own, 10, 16, 1000)[0]?.sequence).toBe(75);
  });

  it('tells its readers when the tile is another', () => {
    const own = standing();
    let told = 0;
    own.onChange(() => (told += 1));
    walk(own, 30);
    expect(own.tile.x).toBeGreaterThan(1);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(8);
  });
});
