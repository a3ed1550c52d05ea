// The parts of a poster that a breakout steps through: the whole of it, then its panels in their order. The same for
// everybody: they follow from the poster and its text alone.

import type { PosterText } from '../../model/api';

export interface PosterPart {
  /** '' = it has no heading, or is the whole poster. */
  readonly heading: string;
  /** Parts (0..1) of the picture. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const WHOLE: PosterPart = { heading: '', x: 0, y: 0, w: 1, h: 1 };
/** RoomDo.page ends there. */
const PARTS_AT_MOST = 200;
/** Around a panel, of its own size. */
const MARGIN = 0.04;

export function partsOf(text: PosterText | null): readonly PosterPart[] {
  const panels = (text?.panels ?? []).filter((panel) => panel.w > 0 && panel.h > 0);
  return [WHOLE, ...panels].slice(0, PARTS_AT_MOST);
}

/** What an SVG of the picture's size shows of it: that part and a little around it, never beyond the picture. */
export function viewBox(part: PosterPart, width: number, height: number): string {
  const left = Math.max(0, part.x - part.w * MARGIN);
  const top = Math.max(0, part.y - part.h * MARGIN);
  const right = Math.min(1, part.x + part.w * (1 + MARGIN));
  const bottom = Math.min(1, part.y + part.h * (1 + MARGIN));
  const at = (value: number): string => value.toFixed(1);
  return [left * width, top * height, (right - left) * width, (bottom - top) * height].map(at).join(' ');
}
