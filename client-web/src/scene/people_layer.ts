// People and furniture, sorted by their feet; under them the shadows and my ellipse. In the far picture people are dots.
// Runs on: the page's thread. Owns: its sprites and the atlas of looks.

import { inflate, overlaps, pixelsOf } from '../model/geometry_floor';
import type { Rect } from '../model/geometry';
import { FEET_X, FEET_Y } from '../model/avatar_figure';
import type { FurnitureView, PlanView, VisitorView } from '../model/scene_view';
import { drawFurniture, furnitureBox } from './art/furniture_art';
import { drawMyEllipse, drawPersonDot, drawShadow } from './art/marks_art';
import { AvatarAtlas } from './avatar_atlas';
import { ART_SCALE } from './body';
import type { Frame } from './frame';
import type { Palette } from './palette';
import { SpritePool } from './sprite_pool';

/** Two frames a tile: stand, step. */
const STEP_MS = 170;

interface Piece {
  readonly furniture: FurnitureView;
  readonly box: Rect;
  readonly x: number;
  readonly y: number;
}

export class PeopleLayer {
  readonly shadows = new SpritePool();
  readonly bodies = new SpritePool();
  private atlas_: AvatarAtlas;
  private pieces_: Piece[] = [];
  private readonly order_: VisitorView[] = [];

  constructor(palette: Palette) {
    this.atlas_ = new AvatarAtlas(palette.rgb);
  }

  setPalette(palette: Palette): void {
    this.atlas_.destroy();
    this.atlas_ = new AvatarAtlas(palette.rgb);
  }

  setPlan(plan: PlanView): void {
    this.pieces_ = allFurniture(plan).map((furniture) => {
      const rect = pixelsOf(furniture.rect);
      const x = rect.x + rect.w / 2;
      const y = rect.y + rect.h;
      const box = furnitureBox(furniture.kind, rect.w);
      return { furniture, x, y, box: { x: x - box.left, y: y - box.top, w: box.w, h: box.h } };
    });
    this.pieces_.sort((a, b) => a.y - b.y);
  }

  draw(frame: Frame): void {
    this.shadows.begin();
    this.bodies.begin();
    if (frame.detail === 'far') this.drawDots(frame);
    else this.drawStanding(frame);
    this.bodies.end();
    this.shadows.end();
  }

  destroy(): void {
    this.atlas_.destroy();
  }

  private drawDots(frame: Frame): void {
    const scale = 1 / frame.zoom;
    const dot = (me: boolean): ReturnType<Frame['baker']['need']> =>
      frame.baker.need(`dot ${String(me)} ${String(frame.density)}`, () => ({
        w: 16,
        h: 16,
        scale: frame.density,
        draw: (pen) => {
          drawPersonDot(pen, me);
        },
      }));
    for (const visitor of frame.visitors) {
      if (!visitor.me) this.bodies.put(dot(false), visitor.x - 8 * scale, visitor.y - 8 * scale, scale, 0.7);
    }
    const me = frame.visitors.find((visitor) => visitor.me);
    if (me) this.bodies.put(dot(true), me.x - 8 * scale, me.y - 8 * scale, scale);
  }

  private drawStanding(frame: Frame): void {
    this.order_.length = 0;
    this.order_.push(...frame.visitors);
    this.order_.sort((a, b) => a.y - b.y || a.id - b.id);
    this.atlas_.beginFrame();
    const area = inflate(frame.rect, 8);
    let piece = 0;
    for (const visitor of this.order_) {
      for (let next = this.pieces_[piece]; next && next.y <= visitor.y; next = this.pieces_[++piece]) {
        this.drawPiece(frame, next, area);
      }
      this.drawVisitor(frame, visitor);
    }
    for (let next = this.pieces_[piece]; next; next = this.pieces_[++piece])
      this.drawPiece(frame, next, area);
    this.atlas_.upload();
  }

  private drawVisitor(frame: Frame, visitor: VisitorView): void {
    const x = Math.round(visitor.x);
    const y = Math.round(visitor.y);
    if (visitor.me) {
      this.shadows.put(this.mark(frame, 'my ellipse', 44, 24, drawMyEllipse), x - 22, y - 13);
    } else {
      this.shadows.put(this.mark(frame, 'shadow', 32, 16, drawShadow), x - 16, y - 9);
    }
    const texture = this.atlas_.frame(visitor.look, visitor.facing, stepping(frame, visitor));
    this.bodies.put(
      texture,
      x - FEET_X * ART_SCALE,
      y - FEET_Y * ART_SCALE,
      ART_SCALE,
      visitor.away ? 0.5 : 1,
    );
  }

  private mark(
    frame: Frame,
    key: string,
    w: number,
    h: number,
    draw: typeof drawShadow,
  ): ReturnType<Frame['baker']['need']> {
    const scale = frame.hallScale;
    return frame.baker.need(`${key} ${String(scale)}`, () => ({ w, h, scale, draw }));
  }

  private drawPiece(frame: Frame, piece: Piece, area: Rect): void {
    if (!overlaps(piece.box, area)) return;
    const { kind, rect } = piece.furniture;
    const { w } = pixelsOf(rect);
    const scale = frame.hallScale;
    const texture = frame.baker.need(`${kind} ${String(w)} ${String(scale)} ${frame.detail}`, () => ({
      w: piece.box.w,
      h: piece.box.h,
      scale,
      draw: (pen) => {
        pen.g.translate(piece.x - piece.box.x, piece.y - piece.box.y);
        drawFurniture(pen, kind, w, frame.words.helpDesk, Math.max(1, 1 / frame.zoom));
      },
    }));
    this.bodies.put(texture, piece.box.x, piece.box.y);
  }
}

function stepping(frame: Frame, visitor: VisitorView): boolean {
  if (!visitor.walking || frame.reducedMotion || frame.budget.dropped('walking frames')) return false;
  // Neighbours do not march in step.
  return Math.floor((frame.nowMs + visitor.id * 53) / (STEP_MS / 2)) % 2 === 1;
}

/** Tables may be listed as furniture as well: drawn once. */
function allFurniture(plan: PlanView): FurnitureView[] {
  const key = (rect: FurnitureView['rect']): string => `${String(rect.x)},${String(rect.y)}`;
  const there = new Set(plan.furniture.map((one) => key(one.rect)));
  const tables = plan.tables.filter((one) => !there.has(key(one.table)));
  return [...plan.furniture, ...tables.map((one) => ({ kind: 'table' as const, rect: one.table }))];
}
