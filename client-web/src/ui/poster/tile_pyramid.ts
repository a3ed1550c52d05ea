// Which tiles of a poster one needs. Pure. Level 0 is one tile, each level has twice the width and height of the one
// before (rounded up), the last one the whole size; tiles at the right and at the foot are as small as what is left.

import { fileUrl } from '../places';
import type { Shown, Size } from './viewer_transform';

export interface TileSource {
  /** Under /files. */
  readonly hash: string;
  readonly size: Size;
  readonly tileSize: number;
  readonly levels: number;
}

export interface Tile {
  readonly url: string;
  readonly level: number;
  /** Where it lies, in the whole size's pixels. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** How much a picture may be enlarged before a finer one is fetched: finer would not be seen. */
const ENLARGED = 1.15;

/** null = this poster has no tiles (yet): its picture is what there is. */
export function tileSource(poster: {
  readonly tiles: string;
  readonly tileSize: number;
  readonly levels: number;
  readonly fullWidth: number;
  readonly fullHeight: number;
}): TileSource | null {
  const { tiles: hash, tileSize, levels, fullWidth, fullHeight } = poster;
  if (hash === '' || tileSize < 1 || levels < 1 || fullWidth < 1 || fullHeight < 1) return null;
  return { hash, size: { w: fullWidth, h: fullHeight }, tileSize, levels };
}

/** Pixels of the whole size for one of that level. */
function step(source: TileSource, level: number): number {
  return 2 ** (source.levels - 1 - level);
}

/** Is a picture of that width good enough at that scale (device pixels for one of the whole size)? */
export function enough(width: number, source: TileSource, scale: number): boolean {
  return width * ENLARGED >= source.size.w * scale;
}

/** The coarsest level that is good enough. */
export function levelFor(source: TileSource, scale: number): number {
  for (let level = 0; level < source.levels - 1; level += 1)
    if (enough(source.size.w / step(source, level), source, scale)) return level;
  return source.levels - 1;
}

/** The tiles of a level that the frame shows, the middle ones first. */
export function tilesInView(source: TileSource, level: number, shown: Shown, frame: Size): readonly Tile[] {
  const { size, hash } = source;
  const side = source.tileSize * step(source, level);
  const left = Math.max(0, -shown.x / shown.scale);
  const top = Math.max(0, -shown.y / shown.scale);
  const right = Math.min(size.w, (frame.w - shown.x) / shown.scale);
  const bottom = Math.min(size.h, (frame.h - shown.y) / shown.scale);
  const tiles: Tile[] = [];
  for (let row = Math.floor(top / side); row * side < bottom; row += 1) {
    for (let column = Math.floor(left / side); column * side < right; column += 1) {
      const x = column * side;
      const y = row * side;
      tiles.push({
        url: `${fileUrl(hash)}/${level}/${column}_${row}`,
        level,
        x,
        y,
        w: Math.min(side, size.w - x),
        h: Math.min(side, size.h - y),
      });
    }
  }
  const far = (tile: Tile): number =>
    Math.hypot(tile.x + tile.w / 2 - (left + right) / 2, tile.y + tile.h / 2 - (top + bottom) / 2);
  return tiles.sort((a, b) => far(a) - far(b));
}
