// Small floors for tests, drawn as text: '#' blocked, '.' stone, 'a'..'h' a topic's floor.

import type { BoothView, PlanView } from './scene_view';

export function planFrom(rows: readonly string[], more: Partial<PlanView> = {}): PlanView {
  const width = rows[0]?.length ?? 0;
  const text = rows.join('');
  const nothing = { x: 0, y: 0, w: 0, h: 0 };
  return {
    width,
    height: rows.length,
    floor: Uint8Array.from(text, (tile) => ('abcdefgh'.includes(tile) ? tile.charCodeAt(0) - 96 : 0)),
    blocked: Uint8Array.from(text, (tile) => (tile === '#' ? 1 : 0)),
    booths: [],
    furniture: [],
    tables: [],
    doors: [],
    signs: [],
    aisleNumbers: [],
    stage: nothing,
    audience: nothing,
    foyer: nothing,
    ...more,
  };
}

/** A booth of 5 x 7 with its wall in the first two rows. */
export function boothAt(number: number, x: number, y: number): BoothView {
  return {
    number,
    topic: 0,
    all: { x, y, w: 5, h: 7 },
    rug: { x, y: y + 2, w: 5, h: 3 },
    presenter: { x: x + 4, y: y + 3 },
    hasPoster: true,
  };
}
