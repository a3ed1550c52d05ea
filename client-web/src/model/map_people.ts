// People for the small map: those around me where they are, the others as so many somewhere in their cell. Pure.

import { TILE } from './scene_view';
import type { Point } from './scene_view';
import { CELL_TILES_HIGH, CELL_TILES_WIDE } from './visitors';
import type { VisitorNow } from './visitors';

/** More in one cell look the same. */
const MOST_IN_CELL = 24;

export function peopleOnMap(
  visitors: Iterable<VisitorNow>,
  me: number,
  centreCell: number,
  cells: ReadonlyMap<number, number>,
): readonly Point[] {
  const points: Point[] = [];
  for (const { id, x, y } of visitors) if (id !== me) points.push({ x, y });
  for (const [cell, count] of cells) {
    if (around(cell, centreCell)) continue;
    const left = (cell % 65536) * CELL_TILES_WIDE;
    const top = Math.floor(cell / 65536) * CELL_TILES_HIGH;
    for (let i = 0; i < Math.min(count, MOST_IN_CELL); i++) {
      // The same somewhere each time, so that nobody seems to jump.
      const across = ((i * 7919 + cell * 31) % 97) / 97;
      const down = ((i * 6007 + cell * 17) % 89) / 89;
      points.push({ x: (left + across * CELL_TILES_WIDE) * TILE, y: (top + down * CELL_TILES_HIGH) * TILE });
    }
  }
  return points;
}

function around(cell: number, centre: number): boolean {
  return (
    Math.abs((cell % 65536) - (centre % 65536)) <= 1 &&
    Math.abs(Math.floor(cell / 65536) - Math.floor(centre / 65536)) <= 1
  );
}
