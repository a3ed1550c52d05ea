// Zoom and pan of a picture in a frame. Pure: sizes in CSS pixels, scale 1 = one pixel of the picture a CSS pixel.

export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface Shown {
  readonly scale: number;
  /** Of the picture's top left corner in the frame. */
  readonly x: number;
  readonly y: number;
}

export const STEP = 1.4;
const LARGEST = 4;

export function fitScale(picture: Size, frame: Size): number {
  if (picture.w === 0 || picture.h === 0 || frame.w === 0 || frame.h === 0) return 1;
  return Math.min(frame.w / picture.w, frame.h / picture.h);
}

/** The whole picture, in the middle. */
export function fit(picture: Size, frame: Size): Shown {
  const scale = fitScale(picture, frame);
  return { scale, x: (frame.w - picture.w * scale) / 2, y: (frame.h - picture.h * scale) / 2 };
}

/** The whole picture clear of the tools that lie over the frame's upper right corner, or along its foot; then also of
 *  what lies along its head, where there is room. */
export function fitBeside(picture: Size, frame: Size, tools: Size, foot: boolean, head = 0): Shown {
  const whole = fit(picture, frame);
  const right = whole.x + picture.w * whole.scale;
  const bottom = whole.y + picture.h * whole.scale;
  const above = foot && tools.h + head < frame.h / 2 ? head : 0;
  const under = foot
    ? bottom > frame.h - tools.h || whole.y < above
    : right > frame.w - tools.w && whole.y < tools.h;
  if (!under || tools.h >= frame.h / 2) return whole;
  const room = fit(picture, { w: frame.w, h: frame.h - tools.h - above });
  return { ...room, y: room.y + (foot ? above : tools.h) };
}

/** Fills the frame's width, from the top: how one begins to read. */
export function fitWidth(picture: Size, frame: Size): Shown {
  const scale = Math.max(fitScale(picture, frame), picture.w === 0 ? 1 : frame.w / picture.w);
  return clamp({ scale, x: 0, y: 0 }, picture, frame);
}

/** A part (0..1 of the picture) as large as that much of the frame takes, in its middle. */
export function showPart(
  part: { x: number; y: number; w: number; h: number },
  picture: Size,
  frame: Size,
  fill = 0.9,
): Shown {
  const room = { w: frame.w * fill, h: frame.h * fill };
  const { scale } = clamp(
    { scale: fitScale({ w: part.w * picture.w, h: part.h * picture.h }, room), x: 0, y: 0 },
    picture,
    frame,
  );
  const x = frame.w / 2 - (part.x + part.w / 2) * picture.w * scale;
  const y = frame.h / 2 - (part.y + part.h / 2) * picture.h * scale;
  return clamp({ scale, x, y }, picture, frame);
}

/** The place on the picture (0..1) under a point of the frame; outside it is null. */
export function placeUnder(
  x: number,
  y: number,
  shown: Shown,
  picture: Size,
): { x: number; y: number } | null {
  const at = { x: (x - shown.x) / (picture.w * shown.scale), y: (y - shown.y) / (picture.h * shown.scale) };
  const on = at.x >= 0 && at.x <= 1 && at.y >= 0 && at.y <= 1;
  return on ? at : null;
}

/** How far to pan until a place (0..1 of the picture) is in the frame. */
export function reach(
  at: { x: number; y: number },
  shown: Shown,
  picture: Size,
  frame: Size,
): { dx: number; dy: number } {
  const over = (place: number, room: number): number =>
    place < 0 ? -place : place > room ? room - place : 0;
  return {
    dx: over(shown.x + at.x * picture.w * shown.scale, frame.w),
    dy: over(shown.y + at.y * picture.h * shown.scale, frame.h),
  };
}

/** Never lost: smaller than the frame it is centred, larger it covers it. */
export function clamp(shown: Shown, picture: Size, frame: Size): Shown {
  const least = Math.min(fitScale(picture, frame), 1);
  const scale = Math.min(Math.max(shown.scale, least), Math.max(LARGEST, least));
  const axis = (at: number, size: number, room: number): number =>
    size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at));
  return {
    scale,
    x: axis(shown.x, picture.w * scale, frame.w),
    y: axis(shown.y, picture.h * scale, frame.h),
  };
}

/** Larger or smaller, with the point of the picture under (x, y) staying there. */
export function zoomAt(shown: Shown, by: number, x: number, y: number, picture: Size, frame: Size): Shown {
  const { scale } = clamp({ ...shown, scale: shown.scale * by }, picture, frame);
  const ratio = scale / shown.scale;
  return clamp({ scale, x: x - (x - shown.x) * ratio, y: y - (y - shown.y) * ratio }, picture, frame);
}

export function panBy(shown: Shown, dx: number, dy: number, picture: Size, frame: Size): Shown {
  return clamp({ ...shown, x: shown.x + dx, y: shown.y + dy }, picture, frame);
}

/** The part in view as parts (0..1) of the picture, for the overview. */
export function inView(
  shown: Shown,
  picture: Size,
  frame: Size,
): { x: number; y: number; w: number; h: number } {
  const w = picture.w * shown.scale;
  const h = picture.h * shown.scale;
  if (w === 0 || h === 0) return { x: 0, y: 0, w: 1, h: 1 };
  const x = Math.max(0, -shown.x / w);
  const y = Math.max(0, -shown.y / h);
  return { x, y, w: Math.min(1 - x, frame.w / w), h: Math.min(1 - y, frame.h / h) };
}
