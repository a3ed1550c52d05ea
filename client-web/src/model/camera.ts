// The camera over the hall: what is in the picture, how large, and how it gets elsewhere. Pure: sizes in CSS pixels,
// places in hall pixels, time as milliseconds of draw()'s clock.

import type { Point } from './scene_view';

export const ZOOM_LEVELS = [0.25, 0.5, 1, 2] as const;

/** How much is drawn at a zoom: single people and boards, plates and lamps, or bars and dots. */
export type DetailLevel = 'near' | 'mid' | 'far';

export function detailAt(zoom: number): DetailLevel {
  if (zoom >= 0.75) return 'near';
  return zoom >= 0.375 ? 'mid' : 'far';
}

/** A glide takes as long as the longest motion token. */
const GLIDE_MS = 320;
/** Following closes 63 % of the distance in this time, so that small steps do not shake the picture. */
const FOLLOW_TIME_MS = 90;
/** Emptiness allowed around the hall's edge, in screen pixels. */
const MARGIN = 48;

interface Glide {
  readonly from: Point;
  readonly to: Point;
  /** Begins with the first update after it was asked for. */
  readonly sinceMs: number | null;
}

export class Camera {
  private x_ = 0;
  private y_ = 0;
  private zoom_ = 1;
  private width_ = 1;
  private height_ = 1;
  private hallWidth_ = 0;
  private hallHeight_ = 0;
  private follows_ = true;
  private still_ = false;
  private glide_: Glide | null = null;
  private followed_: Point | null = null;
  private lastMs_: number | null = null;

  get x(): number {
    return this.x_;
  }
  get y(): number {
    return this.y_;
  }
  get zoom(): number {
    return this.zoom_;
  }
  get width(): number {
    return this.width_;
  }
  get height(): number {
    return this.height_;
  }
  get followsMe(): boolean {
    return this.follows_;
  }
  get detail(): DetailLevel {
    return detailAt(this.zoom_);
  }

  resize(width: number, height: number): void {
    this.width_ = Math.max(1, width);
    this.height_ = Math.max(1, height);
    this.clamp();
  }

  setHall(width: number, height: number): void {
    this.hallWidth_ = width;
    this.hallHeight_ = height;
    this.clamp();
  }

  /** Reduced motion: the camera cuts. */
  setStill(still: boolean): void {
    this.still_ = still;
  }

  canZoomIn(): boolean {
    return this.zoom_ < 2;
  }
  canZoomOut(): boolean {
    return this.zoom_ > 0.25;
  }

  /** To the next level; the point of the hall under the given screen point stays there. */
  zoomIn(at?: Point): void {
    this.setZoom(ZOOM_LEVELS.find((level) => level > this.zoom_ + 1e-6) ?? 2, at);
  }

  zoomOut(at?: Point): void {
    const smaller = ZOOM_LEVELS.filter((level) => level < this.zoom_ - 1e-6);
    this.setZoom(smaller[smaller.length - 1] ?? Math.min(0.25, this.zoom_), at);
  }

  setZoom(zoom: number, at?: Point): void {
    if (at && !this.follows_) {
      const held = this.toHall(at);
      this.x_ = held.x - (at.x - this.width_ / 2) / zoom;
      this.y_ = held.y - (at.y - this.height_ / 2) / zoom;
    }
    this.zoom_ = zoom;
    this.glide_ = null;
    this.clamp();
  }

  followMe(): void {
    this.follows_ = true;
    if (this.zoom_ < 0.25) this.zoom_ = 0.25;
    if (this.followed_) this.glideTo(this.followed_);
  }

  panBy(dx: number, dy: number): void {
    this.follows_ = false;
    this.glide_ = null;
    this.x_ -= dx / this.zoom_;
    this.y_ -= dy / this.zoom_;
    this.clamp();
  }

  centreOn(point: Point): void {
    this.follows_ = false;
    this.glideTo(point);
  }

  /** At once, without a glide: entering, being set down. */
  jumpTo(point: Point): void {
    this.glide_ = null;
    this.x_ = point.x;
    this.y_ = point.y;
    this.clamp();
  }

  /** The largest level that shows the whole hall; a hall too big for all of them gets its own. */
  fitHall(): void {
    const fit = Math.min(
      this.width_ / Math.max(1, this.hallWidth_ + MARGIN),
      this.height_ / Math.max(1, this.hallHeight_ + MARGIN),
    );
    const levels = ZOOM_LEVELS.filter((level) => level <= Math.min(1, fit));
    this.zoom_ = levels[levels.length - 1] ?? fit;
    this.follows_ = false;
    this.glide_ = null;
    this.x_ = this.hallWidth_ / 2;
    this.y_ = this.hallHeight_ / 2;
    this.clamp();
  }

  /** One step in time. `me` is where I am drawn; null while I have no place. True when the picture moved. */
  update(nowMs: number, me: Point | null): boolean {
    const before = { x: this.x_, y: this.y_ };
    const passed = this.lastMs_ === null ? 0 : Math.max(0, nowMs - this.lastMs_);
    this.lastMs_ = nowMs;
    const first = this.followed_ === null && me !== null;
    this.followed_ = me;
    if (this.glide_) this.stepGlide(nowMs);
    else if (this.follows_ && me) this.follow(me, passed, first);
    this.clamp();
    return this.x_ !== before.x || this.y_ !== before.y;
  }

  get gliding(): boolean {
    return this.glide_ !== null;
  }

  toHall(screen: Point): Point {
    return {
      x: this.x_ + (screen.x - this.width_ / 2) / this.zoom_,
      y: this.y_ + (screen.y - this.height_ / 2) / this.zoom_,
    };
  }

  toScreen(hall: Point): Point {
    return {
      x: (hall.x - this.x_) * this.zoom_ + this.width_ / 2,
      y: (hall.y - this.y_) * this.zoom_ + this.height_ / 2,
    };
  }

  viewRect(): { x: number; y: number; w: number; h: number } {
    const w = this.width_ / this.zoom_;
    const h = this.height_ / this.zoom_;
    return { x: this.x_ - w / 2, y: this.y_ - h / 2, w, h };
  }

  private glideTo(point: Point): void {
    if (this.still_) {
      this.jumpTo(point);
      return;
    }
    this.glide_ = { from: { x: this.x_, y: this.y_ }, to: point, sinceMs: null };
  }

  private stepGlide(nowMs: number): void {
    const glide = this.glide_;
    if (!glide) return;
    const to = this.follows_ && this.followed_ ? this.followed_ : glide.to;
    const since = glide.sinceMs ?? nowMs;
    const part = Math.min(1, (nowMs - since) / GLIDE_MS);
    const eased = 1 - (1 - part) ** 3;
    this.glide_ = part >= 1 ? null : { ...glide, sinceMs: since };
    this.x_ = glide.from.x + (to.x - glide.from.x) * eased;
    this.y_ = glide.from.y + (to.y - glide.from.y) * eased;
  }

  private follow(me: Point, passedMs: number, first: boolean): void {
    const far = Math.hypot(me.x - this.x_, me.y - this.y_);
    const cut = first || this.still_ || far * this.zoom_ > this.width_ + this.height_;
    const part = cut ? 1 : 1 - Math.exp(-passedMs / FOLLOW_TIME_MS);
    if (cut || far * this.zoom_ < 0.4) {
      this.x_ = me.x;
      this.y_ = me.y;
      return;
    }
    this.x_ += (me.x - this.x_) * part;
    this.y_ += (me.y - this.y_) * part;
  }

  /** Keeps the hall in the picture; a hall smaller than the picture sits in its middle. */
  private clamp(): void {
    if (this.hallWidth_ === 0) return;
    this.x_ = clampAxis(this.x_, this.hallWidth_, this.width_ / this.zoom_, MARGIN / this.zoom_);
    this.y_ = clampAxis(this.y_, this.hallHeight_, this.height_ / this.zoom_, MARGIN / this.zoom_);
  }
}

function clampAxis(value: number, hall: number, view: number, margin: number): number {
  if (view >= hall + 2 * margin) return hall / 2;
  const least = view / 2 - margin;
  const most = hall - view / 2 + margin;
  return Math.min(most, Math.max(least, value));
}
