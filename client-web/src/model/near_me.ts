// Who and what is in view of the hall's picture, the nearest first: how a keyboard reaches what a pointer presses. Pure.

import { overlaps, pixelsOf } from './geometry_floor';
import type { Rect } from './geometry';
import type { PlanView, Point, SceneTarget, VisitorView } from './scene_view';

export interface NearTarget {
  readonly target: SceneTarget;
  /** Hall pixels: where its menu opens. */
  readonly at: Point;
}

/** More than this is a list, and the list is beside the picture. */
const AT_MOST = 24;

/** People but me, booths with a poster, doors. */
export function nearMe(
  plan: PlanView,
  visitors: readonly VisitorView[],
  view: Rect,
  me: Point,
): readonly NearTarget[] {
  const near: (NearTarget & { readonly far: number })[] = [];
  const add = (target: SceneTarget, box: Rect): void => {
    if (!overlaps(box, view)) return;
    const at = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
    near.push({ target, at, far: (at.x - me.x) ** 2 + (at.y - me.y) ** 2 });
  };
  for (const { id, x, y, me: myself } of visitors) {
    if (!myself) add({ kind: 'visitor', id }, { x, y, w: 1, h: 1 });
  }
  for (const booth of plan.booths) {
    if (booth.hasPoster) add({ kind: 'booth', number: booth.number }, pixelsOf(booth.rug));
  }
  for (const door of plan.doors) add({ kind: 'door', room: door.room }, pixelsOf(door.rect));
  near.sort((a, b) => a.far - b.far);
  return near.slice(0, AT_MOST).map(({ target, at }) => ({ target, at }));
}
