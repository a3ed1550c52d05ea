// Tiles, rectangles and points of the hall's floor. Pure.

import { FACING_DOWN, FACING_LEFT, FACING_RIGHT, FACING_UP, TILE } from './scene_view';
import type { BoothView, Facing, PlanView, Point, Tile, TileRect } from './scene_view';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export function tileOf(point: Point): Tile {
  return { x: Math.floor(point.x / TILE), y: Math.floor(point.y / TILE) };
}

/** Where one stands in a tile: its middle. */
export function centreOf(tile: Tile): Point {
  return { x: tile.x * TILE + TILE / 2, y: tile.y * TILE + TILE / 2 };
}

export function contains(rect: TileRect, tile: Tile): boolean {
  return tile.x >= rect.x && tile.y >= rect.y && tile.x < rect.x + rect.w && tile.y < rect.y + rect.h;
}

export function pixelsOf(rect: TileRect): Rect {
  return { x: rect.x * TILE, y: rect.y * TILE, w: rect.w * TILE, h: rect.h * TILE };
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

export function inflate(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, w: rect.w + 2 * by, h: rect.h + 2 * by };
}

export function holds(rect: Rect, x: number, y: number): boolean {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

export function walkable(plan: PlanView, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < plan.width && y < plan.height && plan.blocked[y * plan.width + x] === 0;
}

/** The free tile nearest to `to` (itself if free), by rings; null when there is none within `radius`. */
export function nearestWalkable(plan: PlanView, to: Tile, radius = 24): Tile | null {
  let best: Tile | null = null;
  let bestDistance = Infinity;
  for (let ring = 0; ring <= radius && ring * ring <= bestDistance; ring++) {
    for (let dy = -ring; dy <= ring; dy++) {
      const step = Math.abs(dy) === ring ? 1 : Math.max(1, 2 * ring);
      for (let dx = -ring; dx <= ring; dx += step) {
        const distance = dx * dx + dy * dy;
        if (distance < bestDistance && walkable(plan, to.x + dx, to.y + dy)) {
          best = { x: to.x + dx, y: to.y + dy };
          bestDistance = distance;
        }
      }
    }
  }
  return best;
}

/** Where a movement looks; `before` when nothing moved. Sideways wins a tie: it shows the face. */
export function facingOf(dx: number, dy: number, before: Facing): Facing {
  if (dx === 0 && dy === 0) return before;
  if (Math.abs(dx) >= Math.abs(dy)) return dx < 0 ? FACING_LEFT : FACING_RIGHT;
  return dy < 0 ? FACING_UP : FACING_DOWN;
}

/** Which booth owns a tile, for all tiles at once: index into plan.booths + 1, 0 = none. */
export function boothIndex(plan: PlanView): Uint16Array {
  const index = new Uint16Array(plan.width * plan.height);
  plan.booths.forEach((booth, i) => {
    for (let y = booth.all.y; y < Math.min(plan.height, booth.all.y + booth.all.h); y++) {
      for (let x = booth.all.x; x < Math.min(plan.width, booth.all.x + booth.all.w); x++) {
        if (x >= 0 && y >= 0) index[y * plan.width + x] = i + 1;
      }
    }
  });
  return index;
}

/** The part of a booth's ground that is wall: the rows above its rug. */
export function wallOf(booth: BoothView): TileRect {
  return { x: booth.all.x, y: booth.all.y, w: booth.all.w, h: Math.max(0, booth.rug.y - booth.all.y) };
}
