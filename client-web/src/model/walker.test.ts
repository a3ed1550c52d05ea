import { describe, expect, it } from 'vitest';
import { tileOf } from './geometry';
import { waypoints } from './path';
import { planFrom } from './test_plan';
import { isWalkKey, Walker } from './walker';
import { WALK_MS_PER_TILE } from './scene_view';
import type { PlanView } from './scene_view';

function walkerAt(plan: PlanView, x: number, y: number): Walker {
  const walker = new Walker();
  walker.setPlan(plan);
  walker.place(x, y, 0);
  return walker;
}

function walkFor(walker: Walker, ms: number, stepMs = 16): void {
  for (let left = ms; left > 0; left -= stepMs) walker.update(Math.min(stepMs, left));
}

const OPEN = planFrom(Array.from({ length: 10 }, () => '..........'));

describe('walking by keys', () => {
  it('goes a tile in 170 ms, by arrows and by the places of W A S D', () => {
    for (const [code, dx, dy, facing] of [
      ['ArrowRight', 32, 0, 3],
      ['KeyA', -32, 0, 2],
      ['KeyW', 0, -32, 1],
      ['ArrowDown', 0, 32, 0],
    ] as const) {
      const walker = walkerAt(OPEN, 160, 160);
      expect(walker.keyDown(code)).toBe(true);
      walkFor(walker, WALK_MS_PER_TILE);
      expect(walker.x).toBeCloseTo(160 + dx, 5);
      expect(walker.y).toBeCloseTo(160 + dy, 5);
      expect(walker.facing).toBe(facing);
      expect(walker.walking).toBe(true);
      walker.keyUp(code);
      walker.update(16);
      expect(walker.walking).toBe(false);
    }
  });

  it('goes no faster across', () => {
    const walker = walkerAt(OPEN, 160, 160);
    walker.keyDown('KeyD');
    walker.keyDown('KeyS');
    walkFor(walker, WALK_MS_PER_TILE);
    expect(Math.hypot(walker.x - 160, walker.y - 160)).toBeCloseTo(32, 5);
  });

  it('stands while two keys pull against each other, and when all are let go at once', () => {
    const walker = walkerAt(OPEN, 160, 160);
    walker.keyDown('KeyD');
    walker.keyDown('KeyA');
    walkFor(walker, 100);
    expect(walker.x).toBe(160);
    walker.keyUp('KeyA');
    walker.releaseKeys();
    walkFor(walker, 100);
    expect(walker.x).toBe(160);
  });

  it('takes no other keys', () => {
    expect(isWalkKey('KeyQ')).toBe(false);
    expect(walkerAt(OPEN, 5, 5).keyDown('Enter')).toBe(false);
  });

  it('stops at a wall, looks at it, and slides along it', () => {
    const plan = planFrom(['....', '....', '####', '....']);
    const walker = walkerAt(plan, 16, 40);
    walker.keyDown('KeyS');
    walkFor(walker, 1000);
    expect(tileOf(walker)).toEqual({ x: 0, y: 1 });
    expect(walker.walking).toBe(false);
    expect(walker.facing).toBe(0);
    walker.keyDown('KeyD');
    walkFor(walker, 200);
    expect(walker.x).toBeGreaterThan(30);
    expect(tileOf(walker).y).toBe(1);
  });

  it('never stands in a wall, whatever is pressed and however long a frame is', () => {
    const plan = planFrom(['..#..', '.#...', '#..#.', '..#..', '.....']);
    const codes = ['KeyW', 'KeyA', 'KeyS', 'KeyD'];
    const walker = walkerAt(plan, 16, 16);
    for (let i = 0; i < 4000; i++) {
      walker.releaseKeys();
      walker.keyDown(codes[(i * 7 + (i >> 3)) % 4] ?? '');
      walker.keyDown(codes[(i * 3) % 4] ?? '');
      walker.update((i * 37) % 400);
      const tile = tileOf(walker);
      expect(plan.blocked[tile.y * plan.width + tile.x]).toBe(0);
    }
  });

  it('squeezes through no corner', () => {
    const plan = planFrom(['.#', '#.']);
    const walker = walkerAt(plan, 31.9, 31.9);
    walker.keyDown('KeyS');
    walker.keyDown('KeyD');
    walkFor(walker, 500);
    expect(tileOf(walker)).toEqual({ x: 0, y: 0 });
  });
});

describe('walking a clicked path', () => {
  it('goes through every point in time, around walls, and ends there', () => {
    const plan = planFrom(['.....', '.###.', '.....']);
    const walker = walkerAt(plan, 16, 48);
    walker.follow(waypoints(plan, walker, { x: 4, y: 1 }));
    expect(walker.path[0]).toEqual({ x: 16, y: 48 });
    for (let i = 0; i < 200 && walker.onPath; i++) {
      walker.update(16);
      const tile = tileOf(walker);
      expect(plan.blocked[tile.y * plan.width + tile.x]).toBe(0);
    }
    expect(walker.x).toBe(4 * 32 + 16);
    expect(walker.y).toBe(48);
    walker.update(16);
    expect(walker.walking).toBe(false);
    expect(walker.path).toEqual([]);
  });

  it('takes the same time in many small frames as in few large ones', () => {
    const one = walkerAt(OPEN, 16, 16);
    const other = walkerAt(OPEN, 16, 16);
    const way = waypoints(OPEN, { x: 16, y: 16 }, { x: 9, y: 4 });
    one.follow(way);
    other.follow(way);
    walkFor(one, 600, 5);
    walkFor(other, 600, 60);
    expect(one.x).toBeCloseTo(other.x, 3);
    expect(one.y).toBeCloseTo(other.y, 3);
  });

  it('is ended by any walk key', () => {
    const walker = walkerAt(OPEN, 16, 16);
    walker.follow([{ x: 300, y: 16 }]);
    walker.keyDown('KeyS');
    walker.keyUp('KeyS');
    walkFor(walker, 100);
    expect(walker.x).toBe(16);
  });

  it('is ended when the server sets me elsewhere', () => {
    const walker = walkerAt(OPEN, 16, 16);
    walker.follow([{ x: 300, y: 16 }]);
    walker.place(200, 200, 1);
    walkFor(walker, 100);
    expect([walker.x, walker.y, walker.facing]).toEqual([200, 200, 1]);
  });

  it('says when nothing changed', () => {
    const walker = walkerAt(OPEN, 16, 16);
    expect(walker.update(16)).toBe(false);
    walker.keyDown('KeyD');
    expect(walker.update(16)).toBe(true);
  });
});
