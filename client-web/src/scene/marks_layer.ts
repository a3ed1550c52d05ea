// Marks on the floor: my path, conversation circles, the dashed edge of the rug I stand on; and the focus ring, which
// lies over people.
// Runs on: the page's thread. Owns: its sprites.

import type { Texture } from 'pixi.js';
import { holds, inflate, overlaps, pixelsOf } from '../model/geometry_floor';
import type { Rect } from '../model/geometry';
import type { PlanView, Point, SceneTarget } from '../model/scene_view';
import { drawCircle, drawFocusRing, drawPathDot, drawPathEnd, drawRugEdge, RING_ROOM } from './art/marks_art';
import type { Pen } from './art/pen';
import type { Frame } from './frame';
import { bodyBox } from './body';
import { SpritePool } from './sprite_pool';

/** From dot to dot of the path. */
const DOT_STEP = 11;

export class MarksLayer {
  /** Under booths and people. */
  readonly floor = new SpritePool();
  /** Over booths, under people. */
  readonly edges = new SpritePool();
  /** Over people. */
  readonly rings = new SpritePool();
  private plan_: PlanView | null = null;

  setPlan(plan: PlanView): void {
    this.plan_ = plan;
  }

  draw(frame: Frame): void {
    this.floor.begin();
    this.edges.begin();
    this.rings.begin();
    this.drawPath(frame, frame.view.path ?? []);
    this.drawCircles(frame);
    this.drawMyRug(frame);
    if (frame.view.focus) this.drawFocus(frame, frame.view.focus);
    this.rings.end();
    this.edges.end();
    this.floor.end();
  }

  private drawPath(frame: Frame, path: readonly Point[]): void {
    const end = path[path.length - 1];
    if (!end) return;
    // At every zoom the dots keep their distance on the screen, so a long way is not a thousand of them.
    const wide = frame.zoom >= 1 ? 1 : 1 / frame.zoom;
    const dot = bakedMark(frame, 'path dot', 6, 6, drawPathDot, frame.density * Math.max(1, frame.zoom));
    const area = inflate(frame.rect, 8);
    let next = DOT_STEP * wide;
    for (let i = 1; i < path.length; i++) {
      const a = path[i - 1];
      const b = path[i];
      if (!a || !b) continue;
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      for (; next <= length; next += DOT_STEP * wide) {
        const x = a.x + ((b.x - a.x) * next) / length;
        const y = a.y + ((b.y - a.y) * next) / length;
        if (holds(area, x, y)) this.floor.put(dot, x - 3 * wide, y - 3 * wide, wide);
      }
      next -= length;
    }
    const ring = bakedMark(frame, 'path end', 20, 14, drawPathEnd, frame.density * Math.max(1, frame.zoom));
    this.floor.put(ring, end.x - 10 * wide, end.y - 7 * wide, wide);
  }

  private drawCircles(frame: Frame): void {
    for (const { x, y, rx, ry } of frame.view.circles) {
      if (!overlaps({ x: x - rx, y: y - ry, w: 2 * rx, h: 2 * ry }, frame.rect)) continue;
      const key = `circle ${String(rx)} ${String(ry)}`;
      const texture = bakedMark(frame, key, 2 * rx + 4, 2 * ry + 4, (pen) => {
        drawCircle(pen, rx, ry);
      });
      this.floor.put(texture, x - rx - 2, y - ry - 2);
    }
  }

  private drawMyRug(frame: Frame): void {
    const booth = this.plan_?.booths.find((one) => one.number === frame.view.myBooth);
    if (!booth || frame.detail === 'far') return;
    const rug = pixelsOf(booth.rug);
    const texture = bakedMark(
      frame,
      `rug edge ${String(rug.w)} ${String(rug.h)}`,
      rug.w,
      rug.h + 4,
      (pen) => {
        drawRugEdge(pen, rug.w, rug.h + 2);
      },
    );
    this.edges.put(texture, rug.x, rug.y - 2);
  }

  private drawFocus(frame: Frame, target: SceneTarget): void {
    const rect = this.rectOf(frame, target);
    if (!rect || !overlaps(inflate(rect, 8), frame.rect)) return;
    // The ring is as thick on the screen at every zoom.
    const w = Math.round(rect.w * frame.zoom);
    const h = Math.round(rect.h * frame.zoom);
    const texture = bakedMark(
      frame,
      `ring ${String(w)} ${String(h)}`,
      w + 2 * RING_ROOM,
      h + 2 * RING_ROOM,
      (pen) => {
        drawFocusRing(pen, w, h, target.kind === 'visitor' ? 8 : 2);
      },
      frame.density,
    );
    const unit = 1 / frame.zoom;
    this.rings.put(texture, rect.x - RING_ROOM * unit, rect.y - RING_ROOM * unit, unit);
  }

  private rectOf(frame: Frame, target: SceneTarget): Rect | null {
    switch (target.kind) {
      case 'booth': {
        const booth = this.plan_?.booths.find((one) => one.number === target.number);
        if (!booth) return null;
        const all = pixelsOf(booth.all);
        return {
          x: all.x,
          y: all.y - 8,
          w: all.w,
          h: pixelsOf(booth.rug).y + pixelsOf(booth.rug).h + 10 - all.y,
        };
      }
      case 'visitor': {
        const visitor = frame.visitors.find((one) => one.id === target.id);
        return visitor ? bodyBox(visitor) : null;
      }
      case 'door': {
        const door = this.plan_?.doors.find((one) => one.room === target.room);
        return door ? pixelsOf(door.rect) : null;
      }
      case 'table': {
        const table = this.plan_?.tables[target.index];
        return table ? pixelsOf(table.zone) : null;
      }
    }
  }
}

function bakedMark(
  frame: Frame,
  key: string,
  w: number,
  h: number,
  draw: (pen: Pen) => void,
  scale = frame.hallScale,
): Texture {
  return frame.baker.need(`${key} ${String(scale)}`, () => ({ w, h, scale, draw }));
}
