// A head of the audience, from behind: shoulders and hair, with the outline people have.
// Runs on: the page's thread. Owns: nothing.

import { fillEllipse } from './pen';
import type { Pen } from './pen';

export const HEAD_SIZE = 22;

/** Middle at (11, 11). Colours count from 1, as looks do. */
export function drawHead(pen: Pen, hair: number, top: number): void {
  const { palette } = pen;
  const outline = palette.colour('av-outline');
  fillEllipse(pen, outline, 11, 17, 10, 5.5);
  fillEllipse(pen, palette.colour(`av-top-${String(top)}`), 11, 17, 8.5, 4);
  fillEllipse(pen, outline, 11, 9, 7, 7.5);
  fillEllipse(pen, palette.colour(`av-hair-${String(hair)}`), 11, 9, 5.5, 6);
}
