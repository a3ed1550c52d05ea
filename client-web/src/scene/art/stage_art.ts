// The stage at the west end of the foyer, and the doors to the breakout rooms.
// Runs on: the page's thread. Owns: nothing.

import type { Rect } from '../../model/geometry';
import { TILE } from '../../model/scene_view';
import { darken, fillBox, fillEllipse, fitted, roundedBox, text, widthOf } from './pen';
import type { Pen } from './pen';

/** Back wall with a curtain on each side and a screen, a floor of planks, a front with two steps; then rows to stand in. */
export function drawStage(pen: Pen, stage: Rect, audience: Rect, label: string, grown: number): void {
  const { palette } = pen;
  const wall = Math.min(stage.h * 0.45, 84);
  const front = 20;
  const { x, y, w, h } = stage;
  fillBox(pen, palette.colour('hall-shade'), x + 4, y + h - 4, w - 8, 12);
  fillBox(pen, palette.colour('hall-wall'), x + 2, y, w - 4, wall);
  fillBox(pen, palette.colour('hall-wall-cap'), x + 2, y, w - 4, 6);
  fillBox(pen, palette.colour('hall-wall-side'), x, y, 4, h - front);
  fillBox(pen, palette.colour('hall-wall-side'), x + w - 4, y, 4, h - front);
  drawCurtain(pen, x + 4, y + 6, 52, wall + 4);
  drawCurtain(pen, x + w - 56, y + 6, 52, wall + 4);
  drawScreen(
    pen,
    { x: x + w * 0.28, y: y + 14, w: w * 0.44, h: wall - 24 },
    label,
    grown > 1 ? 12 * grown : 16,
  );
  drawPlanks(pen, { x: x + 4, y: y + wall, w: w - 8, h: h - wall - front });
  fillBox(pen, palette.colour('hall-wood-2'), x, y + h - front, w, front);
  fillBox(pen, palette.colour('hall-shade'), x, y + h - front, w, 3);
  for (const side of [x + 48, x + w - 96]) {
    fillBox(pen, palette.colour('hall-wood'), side, y + h - 14, 48, 6);
    fillBox(pen, palette.colour('hall-wood'), side - 4, y + h - 6, 56, 6);
  }
  if (audience.w > 0) drawAudience(pen, stage, audience);
}

/** Where one stands to listen: arcs on the floor around the stage's middle. */
function drawAudience({ g, palette }: Pen, stage: Rect, audience: Rect): void {
  g.save();
  g.beginPath();
  g.rect(audience.x, audience.y, audience.w, audience.h);
  g.clip();
  g.strokeStyle = palette.colour('hall-seam');
  g.lineWidth = 2;
  for (let row = 1; row <= audience.h / TILE; row++) {
    g.beginPath();
    g.ellipse(stage.x + stage.w / 2, audience.y - 60, stage.w * 0.5 + row * 34, 60 + row * 30, 0, 0, Math.PI);
    g.stroke();
  }
  g.restore();
}

function drawCurtain(pen: Pen, x: number, y: number, w: number, h: number): void {
  fillBox(pen, pen.palette.colour('hall-pot'), x, y, w, h);
  darken(pen, 0.16, () => {
    for (let fold = 7; fold < w; fold += 13) pen.g.fillRect(x + fold, y, 5, h);
  });
  darken(pen, 0.24, () => {
    pen.g.fillRect(x, y + h - 3, w, 3);
  });
}

function drawScreen(pen: Pen, box: Rect, label: string, size: number): void {
  const { palette } = pen;
  fillBox(pen, palette.colour('hall-frame'), box.x - 3, box.y - 3, box.w + 6, box.h + 6, 2);
  fillBox(pen, palette.colour('hall-board'), box.x, box.y, box.w, box.h);
  if (label === '') return;
  const words = fitted(pen, label, box.w - 12, size, 700);
  // The board is paper in both themes; its ink is the one thing drawn on it that never changes.
  text(pen, words, box.x + box.w / 2, box.y + box.h / 2 + 1, {
    size,
    weight: 700,
    colour: '#172126',
    align: 'center',
  });
}

function drawPlanks(pen: Pen, box: Rect): void {
  const { g, palette } = pen;
  fillBox(pen, palette.colour('hall-wood'), box.x, box.y, box.w, box.h);
  g.fillStyle = palette.colour('hall-wood-2');
  for (let row = 16; row < box.h; row += 16) g.fillRect(box.x, box.y + row, box.w, 1);
  for (let row = 0; row * 16 < box.h; row++) {
    for (let column = row % 2 === 0 ? 72 : 136; column < box.w; column += 128) {
      g.fillRect(box.x + column, box.y + row * 16, 1, Math.min(16, box.h - row * 16));
    }
  }
}

/** How far a door's picture reaches around its tiles: its labels hang over. */
export const DOOR_PICTURE = { left: 140, top: 14, right: 140, bottom: 30 } as const;

/** In the foyer one sees a door from the front; in the hall's west and east edges from the side. */
export type DoorSide = 'front' | 'west' | 'east';

export interface DoorFacts {
  readonly side: DoorSide;
  /** '' = no labels: too small to read. */
  readonly name: string;
  readonly open: boolean;
  readonly state: string;
}

/** A door in its own piece of wall, its name above, its state in words below. Open: an opening with the leaf aside. */
export function drawDoor(pen: Pen, w: number, h: number, door: DoorFacts): void {
  if (door.side === 'front') drawFrontDoor(pen, w, h, door.open);
  else drawSideDoor(pen, w, h, door.open);
  const widest = door.side === 'front' ? w + 56 : 132;
  if (door.name !== '') {
    const y = door.side === 'front' ? 11 : -4;
    drawLabel(pen, { words: door.name, w, widest, y, side: door.side, paper: 'ink', ink: 'surface' });
  }
  if (door.state !== '') {
    drawLabel(pen, {
      words: door.state,
      w,
      widest,
      y: h + 13,
      side: door.side,
      paper: 'surface',
      ink: 'ink',
    });
  }
}

function drawFrontDoor(pen: Pen, w: number, h: number, open: boolean): void {
  const { palette } = pen;
  fillBox(pen, palette.colour('hall-shade'), 3, h - 2, w - 6, 8);
  fillBox(pen, palette.colour('hall-wall'), 2, 0, w - 4, h);
  fillBox(pen, palette.colour('hall-wall-cap'), 0, -6, w, 6);
  fillBox(pen, palette.colour('hall-wall-side'), 0, -6, 4, h + 8);
  fillBox(pen, palette.colour('hall-wall-side'), w - 4, -6, 4, h + 8);
  const doorW = 38;
  const x = w / 2 - doorW / 2;
  const top = 22;
  fillBox(pen, palette.colour('hall-frame'), x - 4, top - 4, doorW + 8, h - top + 4);
  if (open) {
    fillBox(pen, palette.colour('brand-soft'), x, top, doorW, h - top);
    fillBox(pen, palette.colour('hall-shade'), x, top, doorW, 6);
    fillBox(pen, palette.colour('hall-wood'), x - 13, top + 2, 11, h - top + 1);
    fillBox(pen, palette.colour('hall-wood-2'), x - 4, top + 2, 3, h - top + 1);
  } else {
    drawLeaf(pen, x, top, doorW, h - top);
  }
}

function drawLeaf(pen: Pen, x: number, y: number, w: number, h: number): void {
  const { g, palette } = pen;
  fillBox(pen, palette.colour('hall-wood'), x, y, w, h);
  g.strokeStyle = palette.colour('hall-wood-2');
  g.lineWidth = 1.5;
  g.strokeRect(x + 5, y + 5, w - 10, h / 2 - 8);
  g.strokeRect(x + 5, y + h / 2 + 2, w - 10, h / 2 - 7);
  fillEllipse(pen, palette.colour('hall-frame'), x + w - 4, y + h / 2, 2, 2);
}

/** In the hall's edge one sees it from the side: posts, and the leaf across or folded back. */
function drawSideDoor(pen: Pen, w: number, h: number, open: boolean): void {
  const { palette } = pen;
  fillBox(pen, palette.colour('hall-wall-side'), 0, 0, w, h);
  fillBox(pen, palette.colour('hall-wall-cap'), 0, -6, w, 12);
  fillBox(pen, palette.colour('hall-wall-cap'), 0, h - 6, w, 6);
  if (open) fillBox(pen, palette.colour('brand-soft'), 4, 10, w - 8, h - 18);
  else drawLeaf(pen, 4, 10, w - 8, h - 18);
}

interface DoorLabel {
  readonly words: string;
  /** The door's width. */
  readonly w: number;
  readonly widest: number;
  readonly y: number;
  readonly side: DoorSide;
  readonly paper: string;
  readonly ink: string;
}

function drawLabel(pen: Pen, label: DoorLabel): void {
  const { g, palette } = pen;
  const words = fitted(pen, label.words, label.widest - 14, 12, 700);
  const w = Math.ceil(widthOf(pen, words, 12, 700)) + 14;
  const left = { front: (label.w - w) / 2, west: 2, east: label.w - w - 2 }[label.side];
  fillBox(pen, palette.colour(label.paper), left, label.y - 10, w, 20, 3);
  if (label.paper === 'surface') {
    g.strokeStyle = palette.colour('line-strong');
    g.lineWidth = 1;
    roundedBox(g, left + 0.5, label.y - 9.5, w - 1, 19, 3);
    g.stroke();
  }
  const style = { size: 12, weight: 700, colour: palette.colour(label.ink), align: 'center' as const };
  text(pen, words, left + w / 2, label.y + 0.5, style);
}
