// The small map, on a canvas of its own without the renderer: floor and booths baked once, people and the frame of what
// is in view over it. Also the whole hall's overview where there is no WebGL.
// Runs on: the page's thread. Owns: the canvas's content and its listeners.

import type { Minimap, MinimapView } from '../model/hall_picture';
import { pixelsOf } from '../model/geometry_floor';
import { TILE } from '../model/scene_view';
import type { PlanView, Point, PosterView, Tile } from '../model/scene_view';
import { readPalette } from './palette';
import type { Palette } from './palette';

const MARGIN = 4;
const MOST_STRETCH = 2.2;

interface Fit {
  /** Canvas pixels of one hall pixel, across and down, and the hall's upper left corner. */
  readonly across: number;
  readonly down: number;
  readonly left: number;
  readonly top: number;
}

class CanvasMinimap implements Minimap {
  private readonly base_ = document.createElement('canvas');
  private readonly off_ = new AbortController();
  private readonly clicks_ = new Set<(tile: Tile) => void>();
  private palette_: Palette = readPalette();
  private plan_: PlanView | null = null;
  private posters_: ReadonlyMap<number, PosterView> = new Map();
  private fit_: Fit = { across: 1, down: 1, left: 0, top: 0 };
  private baseIsOld_ = true;
  private drawn_ = '';

  constructor(private readonly canvas_: HTMLCanvasElement) {
    canvas_.addEventListener('click', this.click, { signal: this.off_.signal });
  }

  setPlan(plan: PlanView, posters: readonly PosterView[]): void {
    this.plan_ = plan;
    this.setPosters(posters);
    this.resize();
  }

  setPosters(posters: readonly PosterView[]): void {
    this.posters_ = new Map(posters.map((poster) => [poster.number, poster]));
    this.baseIsOld_ = true;
  }

  setTheme(): void {
    this.palette_ = readPalette();
    this.baseIsOld_ = true;
  }

  resize(): void {
    const density = Math.min(2, Math.max(1, window.devicePixelRatio || 1));
    const w = Math.round(this.canvas_.clientWidth * density);
    const h = Math.round(this.canvas_.clientHeight * density);
    if (w === 0 || h === 0 || !this.plan_) return;
    for (const canvas of [this.canvas_, this.base_]) {
      canvas.width = w;
      canvas.height = h;
    }
    const room = MARGIN * density;
    const hallW = this.plan_.width * TILE;
    const hallH = this.plan_.height * TILE;
    // A hall is higher than the map: it may be stretched, so that booths stay large enough to hit.
    const least = Math.min((w - 2 * room) / hallW, (h - 2 * room) / hallH);
    const across = Math.min((w - 2 * room) / hallW, least * MOST_STRETCH);
    const down = Math.min((h - 2 * room) / hallH, least * MOST_STRETCH);
    this.fit_ = { across, down, left: (w - hallW * across) / 2, top: (h - hallH * down) / 2 };
    this.baseIsOld_ = true;
  }

  draw(view: MinimapView): void {
    const g = this.canvas_.getContext('2d');
    if (!g || !this.plan_ || this.canvas_.clientWidth === 0) return;
    if (this.base_.width === 0 || this.base_.height === 0) this.resize();
    const now = this.state(view);
    if (!this.baseIsOld_ && now === this.drawn_) return;
    if (this.baseIsOld_) this.drawBase(this.plan_);
    this.drawn_ = now;
    g.clearRect(0, 0, this.canvas_.width, this.canvas_.height);
    g.drawImage(this.base_, 0, 0);
    this.drawPeople(g, view.people);
    if (view.path) this.drawPath(g, view.path);
    if (view.view) this.drawFrame(g, view.view);
    if (view.me) this.drawMe(g, view.me);
  }

  tileAt(x: number, y: number): Tile | null {
    const plan = this.plan_;
    if (!plan) return null;
    const density = this.canvas_.width / Math.max(1, this.canvas_.clientWidth);
    const tile = {
      x: Math.floor((x * density - this.fit_.left) / this.fit_.across / TILE),
      y: Math.floor((y * density - this.fit_.top) / this.fit_.down / TILE),
    };
    return tile.x >= 0 && tile.y >= 0 && tile.x < plan.width && tile.y < plan.height ? tile : null;
  }

  onClick(listener: (tile: Tile) => void): () => void {
    this.clicks_.add(listener);
    return () => {
      this.clicks_.delete(listener);
    };
  }

  destroy(): void {
    this.off_.abort();
    this.clicks_.clear();
  }

  private readonly click = (event: MouseEvent): void => {
    const box = this.canvas_.getBoundingClientRect();
    const tile = this.tileAt(event.clientX - box.left, event.clientY - box.top);
    if (tile) for (const listener of [...this.clicks_]) listener(tile);
  };

  /** To the map's own pixel: what would look the same is not drawn again. */
  private state(view: MinimapView): string {
    const at = ({ x, y }: Point): string => `${this.x(x).toFixed(0)},${this.y(y).toFixed(0)}`;
    const frame = view.view;
    return [
      view.me ? at(view.me) : '',
      frame ? `${at(frame)} ${this.x(frame.w).toFixed(0)} ${this.y(frame.h).toFixed(0)}` : '',
      view.people.map(at).join(' '),
      view.path?.length ?? 0,
    ].join('|');
  }

  private x(hall: number): number {
    return this.fit_.left + hall * this.fit_.across;
  }
  private y(hall: number): number {
    return this.fit_.top + hall * this.fit_.down;
  }
  /** Device pixels of a CSS pixel. */
  private get density(): number {
    return this.canvas_.width / Math.max(1, this.canvas_.clientWidth);
  }

  private drawBase(plan: PlanView): void {
    this.baseIsOld_ = false;
    const g = this.base_.getContext('2d');
    if (!g) return;
    const { across, down } = this.fit_;
    const palette = this.palette_;
    g.clearRect(0, 0, this.base_.width, this.base_.height);
    g.fillStyle = palette.colour('hall-stone');
    g.fillRect(0, 0, this.base_.width, this.base_.height);
    this.drawFloors(g, plan);
    const stage = pixelsOf(plan.stage);
    g.fillStyle = palette.colour('hall-wood');
    g.fillRect(this.x(stage.x), this.y(stage.y), stage.w * across, stage.h * down);
    g.fillStyle = palette.colour('hall-ink');
    for (const door of plan.doors) {
      const rect = pixelsOf(door.rect);
      g.fillRect(this.x(rect.x), this.y(rect.y), Math.max(2, rect.w * across), Math.max(2, rect.h * down));
    }
    for (const booth of plan.booths) this.drawBooth(g, booth);
  }

  /** Runs of one floor in a row are one stroke. */
  private drawFloors(g: CanvasRenderingContext2D, plan: PlanView): void {
    for (let y = 0; y < plan.height; y++) {
      let from = 0;
      for (let x = 1; x <= plan.width; x++) {
        const floor = plan.floor[y * plan.width + from] ?? 0;
        if (x < plan.width && plan.floor[y * plan.width + x] === floor) continue;
        if (floor > 0) {
          g.fillStyle = this.palette_.topicFloor(floor - 1);
          const top = Math.floor(this.y(y * TILE));
          g.fillRect(
            this.x(from * TILE),
            top,
            (x - from) * TILE * this.fit_.across,
            Math.ceil(this.y((y + 1) * TILE)) - top,
          );
        }
        from = x;
      }
    }
  }

  /** A lit booth is a full bar, an unlit one half as high: shape before colour. A saved one has a mark below. */
  private drawBooth(g: CanvasRenderingContext2D, booth: PlanView['booths'][number]): void {
    const { across, down } = this.fit_;
    const rect = pixelsOf(booth.all);
    const poster = this.posters_.get(booth.number);
    const lit = poster?.lamp === 'on';
    g.globalAlpha = lit ? 0.8 : 0.5;
    g.fillStyle = lit ? this.palette_.topic(booth.topic) : this.palette_.colour('hall-wall-side');
    const h = rect.h * down * (lit ? 0.5 : 0.3);
    if (poster)
      g.fillRect(this.x(rect.x) + 0.5, this.y(rect.y) + rect.h * down * 0.1, rect.w * across - 1, h);
    g.globalAlpha = 1;
    if (!poster?.saved) return;
    const size = Math.max(3 * this.density, rect.w * across * 0.34);
    g.fillStyle = this.palette_.colour('brand');
    g.fillRect(this.x(rect.x + rect.w / 2) - size / 2, this.y(rect.y + rect.h * 0.62), size, size * 0.9);
  }

  private drawPeople(g: CanvasRenderingContext2D, people: readonly Point[]): void {
    const size = 1.6 * this.density;
    g.fillStyle = this.palette_.colour('ink');
    g.globalAlpha = 0.62;
    for (const one of people) g.fillRect(this.x(one.x) - size / 2, this.y(one.y) - size / 2, size, size);
    g.globalAlpha = 1;
  }

  private drawPath(g: CanvasRenderingContext2D, path: readonly Point[]): void {
    if (path.length < 2) return;
    g.strokeStyle = this.palette_.colour('brand');
    g.lineWidth = 1.5 * this.density;
    g.setLineDash([2 * this.density, 2 * this.density]);
    g.beginPath();
    path.forEach((point, i) => {
      if (i === 0) g.moveTo(this.x(point.x), this.y(point.y));
      else g.lineTo(this.x(point.x), this.y(point.y));
    });
    g.stroke();
    g.setLineDash([]);
  }

  private drawFrame(g: CanvasRenderingContext2D, view: NonNullable<MinimapView['view']>): void {
    const half = this.density * 1.5;
    const x = Math.max(half, this.x(view.x));
    const y = Math.max(half, this.y(view.y));
    const right = Math.min(this.canvas_.width - half, this.x(view.x + view.w));
    const bottom = Math.min(this.canvas_.height - half, this.y(view.y + view.h));
    g.beginPath();
    g.roundRect(x, y, Math.max(4, right - x), Math.max(4, bottom - y), 3 * this.density);
    g.strokeStyle = this.palette_.colour('focus-gap');
    g.lineWidth = 4 * this.density;
    g.stroke();
    g.strokeStyle = this.palette_.colour('brand');
    g.lineWidth = 2 * this.density;
    g.stroke();
  }

  private drawMe(g: CanvasRenderingContext2D, me: Point): void {
    g.beginPath();
    g.arc(this.x(me.x), this.y(me.y), 4.5 * this.density, 0, Math.PI * 2);
    g.fillStyle = this.palette_.colour('brand');
    g.fill();
    g.strokeStyle = this.palette_.colour('focus-gap');
    g.lineWidth = 1.5 * this.density;
    g.stroke();
  }
}

export function createMinimap(canvas: HTMLCanvasElement): Minimap {
  return new CanvasMinimap(canvas);
}
