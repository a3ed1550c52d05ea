// Tiles, rectangles and points of the hall's floor, for who draws it. Pure.

import type { Rect } from './geometry';
import { TILE } from './scene_view';
import type { BoothView, PlanView, Point, Tile, TileRect } from './scene_view';

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
