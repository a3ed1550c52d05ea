// Marks on the floor and around things: my ellipse, shadows, the rug's dashed edge, circles, path, focus ring, dots.
// Runs on: the page's thread. Owns: nothing.

import { fillEllipse, roundedBox } from './pen';
import type { Pen } from './pen';

/** 26 x 10, middle at (16, 8). */
export function drawShadow(pen: Pen): void {
  fillEllipse(pen, pen.palette.colour('hall-shade'), 16, 8, 13, 5);
}

/** My feet: middle at (22, 12). */
export function drawMyEllipse(pen: Pen): void {
  const { g, palette } = pen;
  fillEllipse(pen, palette.colour('hall-shade'), 22, 12, 13, 5);
  g.strokeStyle = palette.colour('brand');
  g.lineWidth = 3;
  g.beginPath();
  g.ellipse(22, 12, 17, 7.5, 0, 0, Math.PI * 2);
  g.stroke();
}

/** Inside a rug of w x h: the edge that says "I am in this conversation". */
export function drawRugEdge(pen: Pen, w: number, h: number): void {
  const { g, palette } = pen;
  g.strokeStyle = palette.colour('brand');
  g.lineWidth = 2.5;
  g.setLineDash([7, 5]);
  roundedBox(g, 6, 1, w - 12, h, 5);
  g.stroke();
  g.setLineDash([]);
}

/** Middle at (rx + 2, ry + 2). */
export function drawCircle(pen: Pen, rx: number, ry: number): void {
  const { g, palette } = pen;
  g.globalAlpha = 0.1;
  fillEllipse(pen, palette.colour('brand'), rx + 2, ry + 2, rx, ry);
  g.globalAlpha = 1;
  g.strokeStyle = palette.colour('brand');
  g.lineWidth = 2;
  g.stroke();
}

/** One dot of the path, middle at (3, 3); the last one is the ring where the walk ends, middle at (10, 7). */
export function drawPathDot(pen: Pen): void {
  fillEllipse(pen, pen.palette.colour('brand'), 3, 3, 2, 2);
}

export function drawPathEnd(pen: Pen): void {
  const { g, palette } = pen;
  g.strokeStyle = palette.colour('brand');
  g.lineWidth = 2;
  g.beginPath();
  g.ellipse(10, 7, 8, 5, 0, 0, Math.PI * 2);
  g.stroke();
  fillEllipse(pen, palette.colour('brand'), 10, 7, 3, 2);
}

export const RING_ROOM = 6;

/** The focus ring of the whole product: 3 px, with a gap of 2 px around what has the focus (w x h). */
export function drawFocusRing(pen: Pen, w: number, h: number, radius: number): void {
  const { g, palette } = pen;
  g.strokeStyle = palette.colour('focus-gap');
  g.lineWidth = 2;
  roundedBox(g, RING_ROOM - 1, RING_ROOM - 1, w + 2, h + 2, radius + 1);
  g.stroke();
  g.strokeStyle = palette.colour('focus');
  g.lineWidth = 3;
  roundedBox(g, RING_ROOM - 3.5, RING_ROOM - 3.5, w + 7, h + 7, radius + 3.5);
  g.stroke();
}

/** A person in the whole-hall picture, middle at (8, 8); mine is larger and ringed. */
export function drawPersonDot(pen: Pen, me: boolean): void {
  const { g, palette } = pen;
  fillEllipse(pen, palette.colour(me ? 'brand' : 'ink'), 8, 8, me ? 5.5 : 2.25, me ? 5.5 : 2.25);
  if (!me) return;
  g.strokeStyle = palette.colour('focus-gap');
  g.lineWidth = 2;
  g.stroke();
}
