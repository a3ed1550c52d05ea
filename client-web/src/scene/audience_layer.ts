// The audience before the stage, when it is one: rows of heads seen from behind. Who they are is in lists; how many stands
// below them (label_layer.ts).
// Runs on: the page's thread. Owns: its sprites.

import { audienceOf, NO_AUDIENCE, seats } from '../model/audience';
import type { Audience } from '../model/audience';
import { HAIR_COLOURS, TOP_COLOURS } from '../model/avatar_look';
import type { Rect } from '../model/geometry';
import { overlaps, pixelsOf } from '../model/geometry_floor';
import type { PlanView, SceneView } from '../model/scene_view';
import { drawHead, HEAD_SIZE } from './art/audience_art';
import type { Frame } from './frame';
import { SpritePool } from './sprite_pool';

/** Heads that differ; one's place says which it is, so that nobody changes hair. */
const HEADS = 24;

export class AudienceLayer {
  readonly pool = new SpritePool();
  private floor_: Rect | null = null;

  setPlan(plan: PlanView): void {
    this.floor_ = plan.audience.w > 0 ? pixelsOf(plan.audience) : null;
  }

  /** Of this moment; `singledOut` stay people. */
  of(view: SceneView, nowMs: number, singledOut: ReadonlySet<number>): Audience {
    return this.floor_ ? audienceOf(view.visitors, this.floor_, nowMs, singledOut) : NO_AUDIENCE;
  }

  /** Where its number stands: below the middle of the last row. */
  get foot(): { x: number; y: number } {
    const floor = this.floor_ ?? { x: 0, y: 0, w: 0, h: 0 };
    return { x: floor.x + floor.w / 2, y: floor.y + floor.h - 6 };
  }

  draw(frame: Frame): void {
    this.pool.begin();
    const floor = this.floor_;
    if (floor && frame.audience.heads.size > 0 && overlaps(floor, frame.rect)) this.drawRows(frame, floor);
    this.pool.end();
  }

  private drawRows(frame: Frame, floor: Rect): void {
    const scale = frame.hallScale;
    seats(floor, frame.audience.heads.size).forEach(({ x, y }, at) => {
      const which = (at * 7 + (at >> 3) * 5) % HEADS;
      const texture = frame.baker.need(`head ${String(which)} ${String(scale)}`, () => ({
        w: HEAD_SIZE,
        h: HEAD_SIZE,
        scale,
        draw: (pen) => drawHead(pen, 1 + (which % HAIR_COLOURS), 1 + ((which * 3) % TOP_COLOURS)),
      }));
      this.pool.put(texture, x - HEAD_SIZE / 2, y - HEAD_SIZE / 2);
    });
  }
}
