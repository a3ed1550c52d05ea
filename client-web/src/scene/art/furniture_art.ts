// What stands in cross-aisles and foyer: plants, benches, tables, the help desk. Each is drawn around the middle of its
// tiles' lower edge, (0, 0), which is also where it sorts among the people.
// Runs on: the page's thread. Owns: nothing.

import type { FurnitureKind } from '../../model/scene_view';
import { darken, fillBox, fillEllipse, fitted, text, widthOf } from './pen';
import type { Pen } from './pen';

export interface FurnitureBox {
  readonly left: number;
  readonly top: number;
  readonly w: number;
  readonly h: number;
}

/** How far a piece's picture reaches around its point, for a piece `w` pixels wide. */
export function furnitureBox(kind: FurnitureKind, w: number): FurnitureBox {
  switch (kind) {
    case 'plant':
      return { left: 20, top: 54, w: 40, h: 60 };
    case 'bench':
      return { left: w / 2 + 4, top: 30, w: w + 10, h: 34 };
    case 'table':
      return { left: w / 2 + 4, top: 36, w: w + 8, h: 44 };
    case 'help_desk':
      return { left: w / 2 + 6, top: 104, w: w + 12, h: 116 };
  }
}

/** `grown`: labels are this much larger, so that they can be read when the hall is drawn small. */
export function drawFurniture(pen: Pen, kind: FurnitureKind, w: number, label: string, grown: number): void {
  switch (kind) {
    case 'plant':
      drawPlant(pen);
      return;
    case 'bench':
      drawBench(pen, w);
      return;
    case 'table':
      drawTable(pen, w);
      return;
    case 'help_desk':
      drawHelpDesk(pen, w, label, grown);
  }
}

const LEAVES: readonly (readonly [number, number, number])[] = [
  [-10, -26, 9],
  [9, -27, 9],
  [0, -34, 11],
  [-4, -22, 8],
  [6, -20, 7],
];

function drawPlant(pen: Pen): void {
  const { g, palette } = pen;
  const base = -6;
  fillEllipse(pen, palette.colour('hall-shade'), 0, base, 13, 5);
  fillBox(pen, palette.colour('hall-pot'), -8, base - 14, 16, 13);
  fillBox(pen, palette.colour('hall-pot'), -10, base - 16, 20, 4);
  darken(pen, 0.18, () => {
    g.fillRect(-10, base - 16, 20, 4);
  });
  LEAVES.forEach(([x, y, size], i) => {
    const colour = palette.colour(i % 2 === 1 ? 'hall-leaf-2' : 'hall-leaf');
    fillEllipse(pen, colour, x, base + y, size * 0.72, size, x / 20);
  });
}

function drawBench(pen: Pen, w: number): void {
  const { palette } = pen;
  const x = -w / 2;
  const y = -26;
  fillBox(pen, palette.colour('hall-shade'), x + 2, y + 14, w, 6);
  fillBox(pen, palette.colour('hall-wood'), x, y, w, 14, 3);
  fillBox(pen, palette.colour('hall-wood-2'), x, y + 11, w, 5);
  fillBox(pen, palette.colour('hall-wood-2'), x + 6, y + 16, 4, 4);
  fillBox(pen, palette.colour('hall-wood-2'), x + w - 10, y + 16, 4, 4);
  fillBox(pen, 'rgba(255,255,255,.14)', x + 2, y + 4, w - 4, 1);
}

function drawTable(pen: Pen, w: number): void {
  const { palette } = pen;
  const rx = Math.min(29, w / 2 - 3);
  const y = -14;
  fillEllipse(pen, palette.colour('hall-shade'), 0, y + 10, rx + 1, 9);
  fillBox(pen, palette.colour('hall-wood-2'), -3, y - 4, 6, 14);
  fillEllipse(pen, palette.colour('hall-wood-2'), 0, y - 4, rx, 12);
  fillEllipse(pen, palette.colour('hall-wood'), 0, y - 7, rx, 12);
  fillBox(pen, palette.colour('hall-wall'), -9, y - 13, 6, 6);
  fillBox(pen, palette.colour('hall-wall'), 5, y - 10, 6, 6);
}

/** A counter one walks up to from below, its name on the front. */
function drawHelpDesk(pen: Pen, w: number, label: string, grown: number): void {
  const { g, palette } = pen;
  const x = -w / 2;
  fillBox(pen, palette.colour('hall-shade'), x + 3, -6, w - 2, 8);
  fillBox(pen, palette.colour('hall-wall-side'), x + 4, -58, 6, 24);
  fillBox(pen, palette.colour('hall-wall-side'), x + w - 10, -58, 6, 24);
  fillBox(pen, palette.colour('hall-wood'), x, -46, w, 14, 3);
  fillBox(pen, 'rgba(255,255,255,.14)', x + 3, -43, w - 6, 1);
  fillBox(pen, palette.colour('hall-wood-2'), x + 3, -33, w - 6, 28);
  darken(pen, 0.14, () => {
    for (let board = 24; board < w - 8; board += 24) g.fillRect(x + board, -33, 1, 28);
  });
  fillBox(pen, palette.colour('hall-board'), x + 14, -51, 16, 11);
  fillBox(pen, palette.colour('hall-board'), x + w - 34, -50, 20, 9);
  const size = grown > 1 ? Math.min(24, 12 * grown) : 14;
  const words = fitted(pen, label, w - 24, size, 700);
  const wide = Math.ceil(widthOf(pen, words, size, 700)) + 20;
  fillBox(pen, palette.colour('brand'), -wide / 2, -56 - size * 1.7, wide, size * 1.7, 3);
  text(pen, words, 0, -55.5 - size * 0.85, {
    size,
    weight: 700,
    colour: palette.colour('on-brand'),
    align: 'center',
  });
}
