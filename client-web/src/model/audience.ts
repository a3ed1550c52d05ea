// The people before the stage as one audience: above a few dozen they are rows of heads and one number, and only those one
// looks for stay people: me, whom I keep in sight, who speaks, who is on the way. Pure; places in hall pixels.

import type { Rect } from './geometry';
import type { Point, VisitorView } from './scene_view';

/** So many, and they are an audience. */
export const AUDIENCE_FROM = 30;
/** From head to head, and from row to row; every other row is set between the heads of the one before. */
const SEAT = 20;
const ROW = 18;

export interface Audience {
  /** All who are there, those still drawn as people included. */
  readonly count: number;
  /** Whose faces are not drawn. */
  readonly heads: ReadonlySet<number>;
}

export const NO_AUDIENCE: Audience = { count: 0, heads: new Set() };

function staysPerson(one: VisitorView, nowMs: number): boolean {
  const speaks = (one.bubble?.untilMs ?? 0) > nowMs || (one.emote?.untilMs ?? 0) > nowMs;
  return one.me || one.keptInSight || one.presents || one.walking || one.speaking === true || speaks;
}

/** `singledOut`: found by search, pointed at from a list, or with the keyboard's focus. */
export function audienceOf(
  visitors: readonly VisitorView[],
  floor: Rect,
  nowMs: number,
  singledOut: ReadonlySet<number> = new Set(),
): Audience {
  const there = visitors.filter(
    ({ x, y }) => x >= floor.x && y >= floor.y && x < floor.x + floor.w && y < floor.y + floor.h,
  );
  if (there.length <= AUDIENCE_FROM) return NO_AUDIENCE;
  const heads = there.filter((one) => !staysPerson(one, nowMs) && !singledOut.has(one.id));
  return { count: there.length, heads: new Set(heads.map(({ id }) => id)) };
}

/** Places of so many heads, from the front row's middle outwards; at most as many as the floor has room for. */
export function seats(floor: Rect, count: number): readonly Point[] {
  const rows = Math.max(1, Math.floor((floor.h - ROW) / ROW));
  const perRow = Math.max(1, Math.floor((floor.w - 2 * SEAT) / SEAT));
  const all: Point[] = [];
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < perRow; place++) {
      if (all.length === count) return all;
      const outwards = Math.ceil(place / 2) * (place % 2 === 0 ? 1 : -1);
      const x = floor.x + floor.w / 2 + (outwards + (row % 2) / 2) * SEAT;
      all.push({ x, y: floor.y + ROW + row * ROW });
    }
  }
  return all;
}
