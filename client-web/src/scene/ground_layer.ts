// The floor under everything: baked pieces of 20 x 20 tiles, those in view only.
// Runs on: the page's thread. Owns: its sprites; the pieces belong to the baker.

import { overlaps } from '../model/geometry_floor';
import type { Rect } from '../model/geometry';
import { TILE } from '../model/scene_view';
import type { PlanView, PosterView } from '../model/scene_view';
import { CHUNK, drawGround } from './art/ground_art';
import type { Ground } from './art/ground_art';
import { OTHER_SCALES } from './frame';
import type { Frame } from './frame';
import { SpritePool } from './sprite_pool';

/** The hall's rim is drawn too. */
const RIM = TILE;

export class GroundLayer {
  readonly pool = new SpritePool();
  private plan_: PlanView | null = null;
  private posters_: ReadonlyMap<number, PosterView> = new Map();
  /** Rises when a bar of the far picture changed. */
  private barsVersion_ = 0;
  private barsKey_ = '';
  private planVersion_ = 0;

  setPlan(plan: PlanView): void {
    this.plan_ = plan;
    this.planVersion_++;
  }

  setPosters(posters: ReadonlyMap<number, PosterView>): void {
    this.posters_ = posters;
    const key = Array.from(
      posters.values(),
      (one) => `${one.lamp === 'on' ? 1 : 0}${one.saved ? 1 : 0}`,
    ).join('');
    if (key !== this.barsKey_) this.barsVersion_++;
    this.barsKey_ = key;
  }

  draw(frame: Frame): void {
    this.pool.begin();
    if (this.plan_) this.drawPieces(frame, this.plan_);
    this.pool.end();
  }

  private drawPieces(frame: Frame, plan: PlanView): void {
    const hall = { x: -RIM, y: -RIM, w: plan.width * TILE + 2 * RIM, h: plan.height * TILE + 2 * RIM };
    const far = frame.detail === 'far';
    const grown = frame.detail === 'mid' ? 1 / frame.zoom : 1;
    const ground = { plan, words: frame.words, posters: this.posters_, grown };
    for (let y = hall.y; y < hall.y + hall.h; y += CHUNK) {
      for (let x = hall.x; x < hall.x + hall.w; x += CHUNK) {
        const area = {
          x,
          y,
          w: Math.min(CHUNK, hall.x + hall.w - x),
          h: Math.min(CHUNK, hall.y + hall.h - y),
        };
        if (overlaps(area, frame.rect)) this.drawPiece(frame, ground, area, far);
      }
    }
  }

  private drawPiece(frame: Frame, ground: Ground, area: Rect, far: boolean): void {
    const place = `${String(area.x)},${String(area.y)}`;
    const scale = fineEnough(frame.hallScale);
    const key = `ground ${place} ${String(scale)} ${far ? 'far' : ''}`;
    const version = `${String(this.planVersion_)} ${String(ground.grown)} ${far ? String(this.barsVersion_) : ''}`;
    const texture =
      frame.baker.want(key, version, () => ({
        w: area.w,
        h: area.h,
        scale,
        draw: (pen) => {
          pen.g.translate(-area.x, -area.y);
          drawGround(pen, ground, area, far);
        },
      })) ?? this.otherScale(frame, place);
    if (texture) this.pool.put(texture, area.x, area.y);
  }

  /** While the sharp piece waits, the one of another zoom stands in. */
  private otherScale(frame: Frame, place: string): ReturnType<Frame['baker']['peek']> {
    for (const scale of OTHER_SCALES) {
      const size = String(fineEnough(scale * frame.density));
      const found =
        frame.baker.peek(`ground ${place} ${size} `) ?? frame.baker.peek(`ground ${place} ${size} far`);
      if (found) return found;
    }
    return null;
  }
}

/** A floor has no fine print: finer than two to one it only costs memory. */
function fineEnough(scale: number): number {
  return Math.min(2, scale);
}
