// What lies under a point of the hall: a person before a booth, a booth before the floor. Pure.

import { tileOf, walkable } from '../model/geometry';
import { boothIndex, contains, holds, inflate } from '../model/geometry_floor';
import type { ScenePick } from '../model/hall_picture';
import type { PlanView, Point, VisitorView } from '../model/scene_view';
import { bodyBox } from './body';

export class Picking {
  private readonly booths_: Uint16Array;

  constructor(private readonly plan_: PlanView) {
    this.booths_ = boothIndex(plan_);
  }

  /** `reach`: pixels a finger may miss a person by. In the far picture, where people are dots, give none. */
  at(point: Point, visitors: readonly VisitorView[], reach = 0): ScenePick {
    const tile = tileOf(point);
    const visitor = frontmost(point, visitors, reach);
    if (visitor) return { kind: 'visitor', id: visitor.id, tile, at: point };
    const plan = this.plan_;
    for (const door of plan.doors) {
      if (contains(door.rect, tile)) return { kind: 'door', room: door.room, tile, at: point };
    }
    const inside = tile.x >= 0 && tile.y >= 0 && tile.x < plan.width && tile.y < plan.height;
    const booth = inside ? plan.booths[(this.booths_[tile.y * plan.width + tile.x] ?? 0) - 1] : undefined;
    if (booth && contains(booth.rug, tile)) {
      return { kind: 'booth', number: booth.number, part: 'rug', tile, at: point };
    }
    if (booth && tile.y < booth.rug.y) {
      return { kind: 'booth', number: booth.number, part: 'wall', tile, at: point };
    }
    const table = plan.tables.findIndex((one) => contains(one.table, tile));
    if (table >= 0) return { kind: 'table', index: table, tile, at: point };
    return { kind: 'tile', walkable: walkable(plan, tile.x, tile.y), tile, at: point };
  }
}

/** Who is drawn over the others at a point; never me: a click on myself means the floor. */
function frontmost(point: Point, visitors: readonly VisitorView[], reach: number): VisitorView | null {
  let found: VisitorView | null = null;
  for (const visitor of visitors) {
    if (visitor.me || !holds(inflate(bodyBox(visitor), reach), point.x, point.y)) continue;
    if (!found || visitor.y > found.y) found = visitor;
  }
  return found;
}
