// Tiles, rectangles and points of the hall's floor. Pure.

import { FACING_DOWN, FACING_LEFT, FACING_RIGHT, FACING_UP, TILE } from './scene_view';
import type { Facing, PlanView, Point, Tile } from './scene_view';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export function tileOf(point: Point): Tile {
  return { x: Math.floor(point.x / TILE), y: Math.floor(point.y / TILE) };
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
