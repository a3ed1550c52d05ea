// A way on foot over the floor's tiles: server/domain/path.cpp in TypeScript, step for step (8 neighbours, no corner
// cut, costs 5 and 7, the same order of neighbours and the same ring of buckets), so that both find the same way.
// Pure.

import { tileOf, walkable } from './geometry';
import { centreOf } from './geometry_floor';
import type { PlanView, Point, Tile } from './scene_view';

const STRAIGHT = 5;
const DIAGONAL = 7;
/** More buckets than cost and estimate together can grow in one step. */
const RING = 32;
const UNSEEN = 0xffffffff;

const STEPS: readonly (readonly [number, number, number])[] = [
  [1, 0, STRAIGHT],
  [-1, 0, STRAIGHT],
  [0, 1, STRAIGHT],
  [0, -1, STRAIGHT],
  [1, 1, DIAGONAL],
  [1, -1, DIAGONAL],
  [-1, 1, DIAGONAL],
  [-1, -1, DIAGONAL],
];

class Search {
  private readonly cost_: Uint32Array;
  private readonly cameBy_: Uint8Array;
  private readonly done_: Uint8Array;
  private readonly ring_: number[][] = Array.from({ length: RING }, () => []);

  constructor(
    private readonly plan_: PlanView,
    private readonly to_: Tile,
  ) {
    const tiles = plan_.width * plan_.height;
    this.cost_ = new Uint32Array(tiles).fill(UNSEEN);
    this.cameBy_ = new Uint8Array(tiles);
    this.done_ = new Uint8Array(tiles);
  }

  reach(from: Tile): boolean {
    const goal = this.index(this.to_.x, this.to_.y);
    this.open(from.x, from.y, 0, 0);
    let empty = 0;
    for (let bucket = this.estimate(from.x, from.y); empty < RING; bucket++) {
      const tiles = this.ring_[bucket % RING] ?? [];
      empty = tiles.length === 0 ? empty + 1 : 0;
      for (let tile = tiles.pop(); tile !== undefined; tile = tiles.pop()) {
        if (tile === goal) return true;
        if (this.done_[tile] === 1) continue;
        this.done_[tile] = 1;
        this.expand(tile);
      }
    }
    return false;
  }

  pathBack(from: Tile): Tile[] {
    const path: Tile[] = [this.to_];
    let { x, y } = this.to_;
    while (x !== from.x || y !== from.y) {
      const [dx, dy] = STEPS[this.cameBy_[this.index(x, y)] ?? 0] ?? [0, 0];
      x -= dx;
      y -= dy;
      path.push({ x, y });
    }
    return path.reverse();
  }

  private index(x: number, y: number): number {
    return y * this.plan_.width + x;
  }

  /** Never more than the true cost, and it shrinks by no more than a step costs. */
  private estimate(x: number, y: number): number {
    const dx = Math.abs(x - this.to_.x);
    const dy = Math.abs(y - this.to_.y);
    return STRAIGHT * Math.max(dx, dy) + (DIAGONAL - STRAIGHT) * Math.min(dx, dy);
  }

  private open(x: number, y: number, cost: number, step: number): void {
    const tile = this.index(x, y);
    if (cost >= (this.cost_[tile] ?? 0)) return;
    this.cost_[tile] = cost;
    this.cameBy_[tile] = step;
    this.ring_[(cost + this.estimate(x, y)) % RING]?.push(tile);
  }

  private expand(tile: number): void {
    const x = tile % this.plan_.width;
    const y = Math.floor(tile / this.plan_.width);
    const cost = this.cost_[tile] ?? 0;
    STEPS.forEach(([dx, dy, length], i) => {
      if (stepAllowed(this.plan_, x, y, dx, dy)) this.open(x + dx, y + dy, cost + length, i);
    });
  }
}

/** Both ends included; empty when there is no way. */
export function findPath(plan: PlanView, from: Tile, to: Tile): Tile[] {
  if (!walkable(plan, from.x, from.y) || !walkable(plan, to.x, to.y)) return [];
  const search = new Search(plan, to);
  return search.reach(from) ? search.pathBack(from) : [];
}

/** One step between neighbouring tiles; a diagonal needs both tiles beside it free. */
export function stepAllowed(plan: PlanView, x: number, y: number, dx: number, dy: number): boolean {
  if (!walkable(plan, x + dx, y + dy)) return false;
  return dx === 0 || dy === 0 || (walkable(plan, x + dx, y) && walkable(plan, x, y + dy));
}

/** Tiles; a diagonal counts 1.414. */
export function pathLength(path: readonly Tile[]): number {
  let length = 0;
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1];
    const b = path[i];
    if (a && b) length += a.x !== b.x && a.y !== b.y ? Math.SQRT2 : 1;
  }
  return length;
}

/** The points to walk through from where one stands: the tiles' middles, without the one already stood in. */
export function waypoints(plan: PlanView, from: Point, to: Tile): Point[] {
  return findPath(plan, tileOf(from), to).slice(1).map(centreOf);
}

/** The same up to a point, which is the last one; empty when there is no way. */
export function wayTo(plan: PlanView, from: Point, to: Point): Point[] {
  const tiles = findPath(plan, tileOf(from), tileOf(to));
  return tiles.length === 0 ? [] : [...tiles.slice(1).map(centreOf), to];
}

/** Of a way through these points, in pixels. */
export function lengthOf(way: readonly Point[]): number {
  return way.reduce((sum, point, i) => {
    const before = way[i - 1] ?? point;
    return sum + Math.hypot(point.x - before.x, point.y - before.y);
  }, 0);
}
