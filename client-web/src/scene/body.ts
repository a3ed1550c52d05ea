// Where a visitor's figure is, around the point between the feet. Pure: hall pixels.

import { ART_HEIGHT, ART_WIDTH, FEET_Y } from '../model/avatar_figure';
import type { Rect } from '../model/geometry';

/** Hall pixels of one art pixel: 32 x 48 for the figure. */
export const ART_SCALE = 2;

/** The whole figure: for picking and the focus ring. */
export function bodyBox(feet: { readonly x: number; readonly y: number }): Rect {
  return {
    x: feet.x - (ART_WIDTH / 2) * ART_SCALE + 4,
    y: feet.y - FEET_Y * ART_SCALE + 2,
    w: ART_WIDTH * ART_SCALE - 8,
    h: ART_HEIGHT * ART_SCALE - 6,
  };
}

/** The head alone: what a name tag never covers. */
export function headBox(feet: { readonly x: number; readonly y: number }): Rect {
  return { x: feet.x - 11, y: feet.y - 47, w: 22, h: 23 };
}
