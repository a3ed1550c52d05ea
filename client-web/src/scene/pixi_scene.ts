// The hall drawn with PixiJS over WebGL: puts the layers together, keeps their order, and draws only when something
// moved. Order: floor, path and circles, booths and doors, shadows, people and furniture, signs, tags, bubbles.
// Runs on: the page's thread. Owns: the canvas, the renderer, the layers.

import 'pixi.js/unsafe-eval';
import { Container, WebGLRenderer } from 'pixi.js';
import { NO_AUDIENCE } from '../model/audience';
import { Camera } from '../model/camera';
import { holds, inflate } from '../model/geometry_floor';
import type { HallScene, SceneCamera, ScenePick, SceneStats } from '../model/hall_picture';
import { EMPTY_VIEW, TILE } from '../model/scene_view';
import type { DoorState, PlanView, Point, PosterView, SceneView, VisitorView } from '../model/scene_view';
import { AudienceLayer } from './audience_layer';
import { Baker } from './baker';
import { BoothLayer } from './booth_layer';
import { loadFonts } from './fonts';
import type { Frame } from './frame';
import { FrameBudget } from './frame_budget';
import { GroundLayer } from './ground_layer';
import type { HallSceneOptions } from './hall_scene';
import { Hover } from './hover';
import { LabelLayer } from './label_layer';
import { LabelMeasure } from './label_measure';
import { Listeners } from './listeners';
import { MarksLayer } from './marks_layer';
import { readPalette } from './palette';
import { PeopleLayer } from './people_layer';
import { Picking } from './picking';
import { PointerInput } from './pointer_input';
import { SceneCameraControl } from './scene_camera';
import { SignLayer } from './sign_layer';
import { fingerprint } from './view_changes';

/** People this far outside the picture still reach into it with head or tag. */
const AROUND = 72;
/** Baked pictures kept: some screens of booths, floor and names. */
const MOST_BYTES = 160e6;

export class PixiHallScene implements HallScene {
  readonly available = true;
  readonly camera: SceneCamera;
  private readonly camera_ = new Camera();
  private readonly canvas_ = document.createElement('canvas');
  private renderer_: WebGLRenderer | null = null;
  private element_: HTMLElement | null = null;
  private input_: PointerInput | null = null;

  private readonly stage_ = new Container();
  private readonly world_ = new Container();
  private readonly baker_ = new Baker(readPalette());
  private readonly measure_ = new LabelMeasure(this.baker_.palette);
  private readonly ground_ = new GroundLayer();
  private readonly marks_ = new MarksLayer();
  private readonly booths_ = new BoothLayer(() => {
    this.dirty_ = true;
  });
  private readonly audience_ = new AudienceLayer();
  private readonly people_ = new PeopleLayer(this.baker_.palette);
  private readonly signs_ = new SignLayer(this.measure_);
  private readonly labels_ = new LabelLayer(this.measure_);
  private readonly budget_ = new FrameBudget();

  private readonly onPick_ = new Listeners<ScenePick>();
  private readonly hover_ = new Hover(this.canvas_, (at) => this.pickNear(at, 0));
  private readonly onCamera_ = new Listeners<SceneCamera>();

  private plan_: PlanView | null = null;
  private picking_: Picking | null = null;
  private view_: SceneView = EMPTY_VIEW;
  private visible_: VisitorView[] = [];
  private dirty_ = true;
  /** The next frame bakes all it needs: a new floor or theme comes at once and not in pieces. */
  private whole_ = true;
  private cameraTold_ = '';
  private print_ = -1;
  private frames_ = 0;
  private frozenMs_: number | null = null;
  private reducedMotion_ = false;

  constructor(private readonly options_: HallSceneOptions) {
    this.camera = new SceneCameraControl(this.camera_, () => {
      this.dirty_ = true;
    });
    this.world_.addChild(
      this.ground_.pool.container,
      this.marks_.floor.container,
      this.booths_.pool.container,
      this.marks_.edges.container,
      this.audience_.pool.container,
      this.people_.shadows.container,
      this.people_.bodies.container,
      this.marks_.rings.container,
    );
    this.stage_.addChild(this.world_, this.signs_.pool.container, this.labels_.pool.container);
  }

  get stats(): SceneStats {
    return {
      jsMs: this.budget_.smoothedMs,
      frames: this.frames_,
      visibleVisitors: this.visible_.length,
      visibleBooths: this.booths_.visibleBooths,
      dropped: this.budget_.level,
      loading: this.booths_.loading + (this.baker_.waiting ? 1 : 0),
    };
  }

  async mount(el: HTMLElement): Promise<void> {
    this.element_ = el;
    this.canvas_.style.display = 'block';
    this.canvas_.setAttribute('aria-hidden', 'true');
    const renderer = new WebGLRenderer();
    await renderer.init({
      canvas: this.canvas_,
      width: Math.max(1, el.clientWidth),
      height: Math.max(1, el.clientHeight),
      resolution: density(),
      autoDensity: true,
      antialias: false,
      background: this.baker_.palette.number('bg'),
      manageImports: false,
    });
    await loadFonts();
    this.renderer_ = renderer;
    el.append(this.canvas_);
    this.canvas_.addEventListener('webglcontextrestored', this.restored);
    this.input_ = new PointerInput(this.canvas_, this.camera_, {
      changed: () => {
        this.dirty_ = true;
      },
      click: (at, reach) => {
        const pick = this.pickNear(at, reach);
        if (pick) this.onPick_.tell(pick);
      },
      hover: (at) => {
        if (this.hover_.moveTo(at)) this.dirty_ = true;
      },
    });
    this.setTheme();
    this.resize();
  }

  destroy(): void {
    this.input_?.destroy();
    this.canvas_.removeEventListener('webglcontextrestored', this.restored);
    this.people_.destroy();
    this.stage_.destroy({ children: true });
    this.baker_.clear();
    this.renderer_?.destroy();
    this.renderer_ = null;
    this.canvas_.remove();
  }

  setPlan(plan: PlanView, posters: readonly PosterView[]): void {
    this.plan_ = plan;
    this.picking_ = new Picking(plan);
    this.camera_.setHall(plan.width * TILE, plan.height * TILE);
    for (const layer of [this.ground_, this.marks_, this.booths_, this.audience_, this.people_, this.signs_])
      layer.setPlan(plan);
    this.baker_.clear();
    this.labels_.reset();
    this.setPosters(posters);
  }

  setPosters(posters: readonly PosterView[]): void {
    const byNumber = new Map(posters.map((poster) => [poster.number, poster]));
    this.ground_.setPosters(byNumber);
    this.booths_.setPosters(byNumber);
    this.dirty_ = true;
  }

  setDoors(doors: readonly DoorState[]): void {
    this.booths_.setDoors(new Map(doors.map((door) => [door.room, door])));
    this.dirty_ = true;
  }

  setTheme(): void {
    const palette = readPalette();
    this.baker_.clear(palette);
    this.people_.setPalette(palette);
    this.measure_.reset(palette);
    this.labels_.reset();
    if (this.renderer_) this.renderer_.background.color = palette.number('bg');
    this.whole_ = true;
    this.dirty_ = true;
  }

  resize(): void {
    const w = Math.max(1, this.element_?.clientWidth ?? 1);
    const h = Math.max(1, this.element_?.clientHeight ?? 1);
    this.camera_.resize(w, h);
    this.renderer_?.resize(w, h, density());
    this.dirty_ = true;
  }

  setReducedMotion(on: boolean): void {
    this.reducedMotion_ = on;
    this.camera_.setStill(on || this.frozenMs_ !== null);
    this.dirty_ = true;
  }

  freeze(nowMs: number | null): void {
    this.frozenMs_ = nowMs;
    this.camera_.setStill(this.reducedMotion_ || nowMs !== null);
    this.budget_.reset();
    this.labels_.reset();
    this.dirty_ = true;
  }

  pick(x: number, y: number): ScenePick | null {
    return this.pickNear({ x, y }, 0);
  }

  onPick(listener: (pick: ScenePick) => void): () => void {
    return this.onPick_.add(listener);
  }
  onHover(listener: (pick: ScenePick | null) => void): () => void {
    return this.hover_.listeners.add(listener);
  }
  onCamera(listener: (camera: SceneCamera) => void): () => void {
    return this.onCamera_.add(listener);
  }

  draw(view: SceneView, nowMs: number): boolean {
    if (!this.renderer_ || !this.plan_) return false;
    const began = performance.now();
    const now = this.frozenMs_ ?? nowMs;
    this.view_ = view;
    const cameraMoved = this.camera_.update(now, view.visitors.find((one) => one.me) ?? null);
    const frame = this.frame(view, now);
    const print = fingerprint(view, frame.visitors, now, frame.audience.count);
    const changed = cameraMoved || this.dirty_ || print !== this.print_ || this.camera_.gliding;
    // What changed last may have left names at their old places.
    if (!changed && !this.labels_.unsettled(now)) return false;
    this.dirty_ = false;
    this.print_ = print;
    this.visible_ = [...frame.visitors];
    this.hover_.refresh();
    this.drawLayers(frame);
    this.renderer_.render(this.stage_);
    this.frames_++;
    const baked = this.baker_.baked > 0 || this.baker_.waiting;
    if (this.baker_.waiting) this.dirty_ = true;
    this.baker_.sweep(MOST_BYTES);
    if (this.frozenMs_ === null && this.budget_.record(performance.now() - began, baked)) this.dirty_ = true;
    this.tellCamera();
    return true;
  }

  private tellCamera(): void {
    const { x, y, zoom, width, height, followsMe } = this.camera_;
    const now = [x, y, zoom, width, height, followsMe].join();
    if (now === this.cameraTold_) return;
    this.cameraTold_ = now;
    this.onCamera_.tell(this.camera);
  }

  private drawLayers(frame: Frame): void {
    const { zoom, density: fine, rect } = frame;
    this.baker_.beginFrame(this.frozenMs_ === null && !this.whole_);
    this.whole_ = false;
    this.world_.scale.set(zoom);
    this.world_.position.set(
      Math.round(-rect.x * zoom * fine) / fine,
      Math.round(-rect.y * zoom * fine) / fine,
    );
    this.ground_.draw(frame);
    this.booths_.draw(frame);
    this.marks_.draw(frame);
    this.audience_.draw(frame);
    this.people_.draw(frame);
    this.signs_.draw(frame);
    this.labels_.draw(frame, this.singledOut(), this.booths_.boards, this.audience_.foot);
  }

  private frame(view: SceneView, nowMs: number): Frame {
    const rect = this.camera_.viewRect();
    const around = inflate(rect, AROUND);
    const { zoom, detail } = this.camera_;
    const audience = detail === 'far' ? NO_AUDIENCE : this.audience_.of(view, nowMs, this.singledOut());
    const visitors = view.visitors.filter(
      (one) => holds(around, one.x, one.y) && !audience.heads.has(one.id),
    );
    const fine = density();
    return {
      view,
      nowMs,
      zoom,
      detail,
      density: fine,
      hallScale: Math.max(0.25, zoom) * fine,
      labelSize: zoom > 1 ? 1.5 : 1,
      rect,
      audience,
      visitors: this.reducedMotion_ ? visitors.map(onTile) : visitors,
      reducedMotion: this.reducedMotion_,
      baker: this.baker_,
      budget: this.budget_,
      words: this.options_.words,
    };
  }

  private singledOut(): Set<number> {
    const ids = new Set<number>();
    for (const target of [this.hover_.over, this.view_.focus, this.view_.highlight]) {
      if (target?.kind === 'visitor') ids.add(target.id);
    }
    return ids;
  }

  private pickNear(at: Point, reach: number): ScenePick | null {
    if (!this.picking_) return null;
    const people = this.camera_.detail === 'far' ? [] : this.visible_;
    return this.picking_.at(this.camera_.toHall(at), people, reach / this.camera_.zoom);
  }

  private readonly restored = (): void => {
    this.dirty_ = true;
  };
}

/** With reduced motion people step from tile to tile. */
function onTile(visitor: VisitorView): VisitorView {
  if (!visitor.walking) return visitor;
  const middle = (value: number): number => Math.floor(value / TILE) * TILE + TILE / 2;
  return { ...visitor, x: middle(visitor.x), y: middle(visitor.y), walking: false };
}

/** More than two device pixels a CSS pixel cost memory and show nothing. */
function density(): number {
  return Math.min(2, Math.max(1, window.devicePixelRatio || 1));
}
