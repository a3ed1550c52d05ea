// The neighbourhoods' signs in the walking rows; in the whole-hall picture one name for each neighbourhood.
// Runs on: the page's thread. Owns: its sprites.

import { overlaps, pixelsOf } from '../model/geometry_floor';
import { TILE } from '../model/scene_view';
import type { PlanView, SignView } from '../model/scene_view';
import { drawSign, measureSign } from './art/label_art';
import type { Size } from './art/label_art';
import { screenRect, toScreen } from './frame';
import type { Frame } from './frame';
import type { LabelMeasure } from './label_measure';
import { SpritePool } from './sprite_pool';

/** A sign stands this far into the cross-aisle, and this far below the walking rows' upper edge. */
const INTO_AISLE = 8;
const BELOW = 26;
/** Room a sign keeps for its arrow; a name without one needs none. */
const ARROW = 16;

export class SignLayer {
  readonly pool = new SpritePool();
  private signs_: readonly SignView[] = [];
  private areas_: readonly SignView[] = [];

  constructor(private readonly measure_: LabelMeasure) {}

  setPlan(plan: PlanView): void {
    this.signs_ = plan.signs;
    this.areas_ = areaNames(plan);
  }

  draw(frame: Frame): void {
    this.pool.begin();
    if (frame.detail === 'far') for (const area of this.areas_) this.drawAreaName(frame, area);
    else for (const sign of this.signs_) this.drawSign(frame, sign);
    this.pool.end();
  }

  private size(sign: SignView): Size {
    return this.measure_.of(`sign ${sign.letter}${sign.name}`, (pen) => measureSign(pen, sign));
  }

  private drawSign(frame: Frame, sign: SignView): void {
    const size = this.size(sign);
    const grown = Math.max(1, frame.zoom);
    const edge = sign.right ? sign.at.x * TILE - INTO_AISLE : (sign.at.x + 5) * TILE + INTO_AISLE;
    const at = toScreen(frame, edge, sign.at.y * TILE + BELOW + size.h / 2);
    const x = sign.right ? at.x : at.x - size.w * grown;
    this.put(frame, sign, size, x, at.y - (size.h * grown) / 2, grown);
  }

  private drawAreaName(frame: Frame, area: SignView): void {
    const size = this.size(area);
    const at = toScreen(frame, area.at.x * TILE, area.at.y * TILE);
    this.put(
      frame,
      area,
      { w: size.w - ARROW, h: size.h },
      at.x - (size.w - ARROW) / 2,
      at.y - size.h / 2,
      1,
    );
  }

  private put(frame: Frame, sign: SignView, size: Size, left: number, top: number, grown: number): void {
    const { density } = frame;
    const x = Math.round(left * density) / density;
    const y = Math.round(top * density) / density;
    if (!overlaps({ x, y, w: size.w * grown + 4, h: size.h * grown + 6 }, screenRect(frame))) return;
    const scale = density * grown;
    const arrow = frame.detail === 'far' ? 'none' : sign.right ? 'right' : 'left';
    const key = `sign ${sign.letter} ${sign.name} ${arrow} ${String(scale)}`;
    const texture = frame.baker.need(key, () => ({
      w: size.w + 4,
      h: size.h + 6,
      scale,
      draw: (pen) => {
        drawSign(pen, { ...sign, arrow }, size);
      },
    }));
    this.pool.put(texture, x, y, grown);
  }
}

/** In the middle of its booths. */
function areaNames(plan: PlanView): SignView[] {
  const seen = new Map<number, SignView>();
  for (const sign of plan.signs) if (!seen.has(sign.topic)) seen.set(sign.topic, sign);
  return [...seen.values()].map((sign) => {
    const rects = plan.booths
      .filter((booth) => booth.topic === sign.topic)
      .map((booth) => pixelsOf(booth.all));
    const count = Math.max(1, rects.length);
    const x = rects.reduce((sum, rect) => sum + rect.x + rect.w / 2, 0) / count / TILE;
    const y = rects.reduce((sum, rect) => sum + rect.y + rect.h / 2, 0) / count / TILE;
    return { ...sign, at: { x, y } };
  });
}
