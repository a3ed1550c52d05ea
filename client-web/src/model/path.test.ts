import { describe, expect, it } from 'vitest';
import { seededRandom } from './avatar_look';
import { nearestWalkable, walkable } from './geometry';
import { findPath, pathLength, stepAllowed, waypoints } from './path';
import { planFrom } from './test_plan';
import type { PlanView, Tile } from './scene_view';

/** The true cost by brute force: Dijkstra without a heap. */
function bruteCost(plan: PlanView, from: Tile, to: Tile): number {
  const cost = new Float64Array(plan.width * plan.height).fill(Infinity);
  cost[from.y * plan.width + from.x] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let y = 0; y < plan.height; y++) {
      for (let x = 0; x < plan.width; x++) {
        for (const [dx, dy] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
          [1, 1],
          [1, -1],
          [-1, 1],
          [-1, -1],
        ] as const) {
          if (!stepAllowed(plan, x, y, dx, dy)) continue;
          const reached = (cost[y * plan.width + x] ?? Infinity) + (dx !== 0 && dy !== 0 ? 7 : 5);
          if (reached < (cost[(y + dy) * plan.width + x + dx] ?? 0)) {
            cost[(y + dy) * plan.width + x + dx] = reached;
            changed = true;
          }
        }
      }
    }
  }
  return cost[to.y * plan.width + to.x] ?? Infinity;
}

function costOf(path: readonly Tile[]): number {
  let cost = 0;
  for (let i = 1; i < path.length; i++) {
    cost += path[i]?.x !== path[i - 1]?.x && path[i]?.y !== path[i - 1]?.y ? 7 : 5;
  }
  return cost;
}

describe('a way on foot', () => {
  it('goes straight where nothing stands, both ends included', () => {
    const plan = planFrom(['......', '......']);
    expect(findPath(plan, { x: 0, y: 0 }, { x: 3, y: 0 })).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 2, y: 0 },
      { x: 3, y: 0 },
    ]);
    expect(findPath(plan, { x: 2, y: 1 }, { x: 2, y: 1 })).toEqual([{ x: 2, y: 1 }]);
  });

  it('cuts no corner', () => {
    const plan = planFrom(['..', '#.']);
    expect(findPath(plan, { x: 0, y: 0 }, { x: 1, y: 1 })).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
    ]);
    expect(findPath(planFrom(['.#', '#.']), { x: 0, y: 0 }, { x: 1, y: 1 })).toEqual([]);
  });

  it('is empty where there is none: closed rooms, walls, outside', () => {
    const plan = planFrom(['.#.', '.#.']);
    expect(findPath(plan, { x: 0, y: 0 }, { x: 2, y: 0 })).toEqual([]);
    expect(findPath(plan, { x: 0, y: 0 }, { x: 1, y: 0 })).toEqual([]);
    expect(findPath(plan, { x: 0, y: 0 }, { x: 5, y: 0 })).toEqual([]);
    expect(findPath(plan, { x: -1, y: 0 }, { x: 0, y: 0 })).toEqual([]);
  });

  it('is never longer than the shortest, and every step of it is allowed', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 60; round++) {
      const rows = Array.from({ length: 12 }, () =>
        Array.from({ length: 16 }, () => (random() < 0.3 ? '#' : '.')).join(''),
      );
      const plan = planFrom(rows);
      const from = nearestWalkable(plan, { x: Math.floor(random() * 16), y: Math.floor(random() * 12) });
      const to = nearestWalkable(plan, { x: Math.floor(random() * 16), y: Math.floor(random() * 12) });
      if (!from || !to) continue;
      const path = findPath(plan, from, to);
      const shortest = bruteCost(plan, from, to);
      if (path.length === 0) {
        expect(shortest).toBe(Infinity);
        continue;
      }
      expect(costOf(path)).toBe(shortest);
      for (let i = 1; i < path.length; i++) {
        const a = path[i - 1] ?? from;
        const b = path[i] ?? from;
        expect(stepAllowed(plan, a.x, a.y, b.x - a.x, b.y - a.y)).toBe(true);
      }
    }
  });

  it('counts a diagonal 1.414', () => {
    expect(pathLength(findPath(planFrom(['...', '...', '...']), { x: 0, y: 0 }, { x: 2, y: 2 }))).toBeCloseTo(
      2.828,
      2,
    );
  });

  it('starts from where one stands, not from the tile one is in', () => {
    const plan = planFrom(['....']);
    expect(waypoints(plan, { x: 3, y: 20 }, { x: 2, y: 0 })).toEqual([
      { x: 48, y: 16 },
      { x: 80, y: 16 },
    ]);
  });
});

describe('the nearest free tile', () => {
  it('is itself, or the closest around, or none', () => {
    const plan = planFrom(['####', '#..#', '####']);
    expect(nearestWalkable(plan, { x: 1, y: 1 })).toEqual({ x: 1, y: 1 });
    expect(nearestWalkable(plan, { x: 3, y: 1 })).toEqual({ x: 2, y: 1 });
    expect(nearestWalkable(planFrom(['##']), { x: 0, y: 0 })).toBeNull();
  });

  it('agrees with looking at every tile', () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 9 }, () =>
      Array.from({ length: 9 }, () => (random() < 0.8 ? '#' : '.')).join(''),
    );
    const plan = planFrom(rows);
    for (let y = 0; y < 9; y++) {
      for (let x = 0; x < 9; x++) {
        const found = nearestWalkable(plan, { x, y });
        let least = Infinity;
        for (let ty = 0; ty < 9; ty++) {
          for (let tx = 0; tx < 9; tx++)
            if (walkable(plan, tx, ty)) least = Math.min(least, (tx - x) ** 2 + (ty - y) ** 2);
        }
        expect(found && (found.x - x) ** 2 + (found.y - y) ** 2).toBe(least);
      }
    }
  });
});
