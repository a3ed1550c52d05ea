// What the rest of the client may ask of the hall's picture, as plain types: ui and intents speak to it through these
// and never import the renderer. scene/hall_scene.ts makes one.

import type { DoorState, PlanView, Point, PosterView, SceneView, Tile } from './scene_view';

/** What lies under a point of the picture. `at` is in hall pixels. */
export type ScenePick =
  | { readonly kind: 'visitor'; readonly id: number; readonly tile: Tile; readonly at: Point }
  /** `part`: the wall with its board, or the rug one may walk on. */
  | {
      readonly kind: 'booth';
      readonly number: number;
      readonly part: 'wall' | 'rug';
      readonly tile: Tile;
      readonly at: Point;
    }
  | { readonly kind: 'door'; readonly room: number; readonly tile: Tile; readonly at: Point }
  | { readonly kind: 'table'; readonly index: number; readonly tile: Tile; readonly at: Point }
  | { readonly kind: 'tile'; readonly walkable: boolean; readonly tile: Tile; readonly at: Point };

/** What one may do with the camera. Zoom goes through 0.25, 0.5, 1, 2. */
export interface SceneCamera {
  readonly zoom: number;
  readonly followsMe: boolean;
  canZoomIn(): boolean;
  canZoomOut(): boolean;
  zoomIn(): void;
  zoomOut(): void;
  setZoom(zoom: number): void;
  /** Centres on me and keeps me in the middle until somebody pans. */
  followMe(): void;
  /** Screen pixels; stops following. */
  panBy(dx: number, dy: number): void;
  /** Hall pixels; stops following. */
  centreOn(point: Point): void;
  /** The whole hall in the picture. */
  fitHall(): void;
  /** What is in view, in hall pixels. */
  viewRect(): { x: number; y: number; w: number; h: number };
  /** A hall point in pixels of the element (for popovers beside a booth or person). */
  toScreen(point: Point): Point;
}

export interface SceneStats {
  /** Smoothed JavaScript milliseconds of one drawn frame. */
  readonly jsMs: number;
  /** Frames drawn since mounting; stands still when nothing moves. */
  readonly frames: number;
  readonly visibleVisitors: number;
  readonly visibleBooths: number;
  /** 0 = everything is drawn; see frame_budget.ts. */
  readonly dropped: number;
  /** Thumbnails still loading; 0 when the picture is complete. */
  readonly loading: number;
}

export interface HallScene {
  /** False for the null version: use list mode and say why. */
  readonly available: boolean;
  readonly camera: SceneCamera;
  readonly stats: SceneStats;
  mount(el: HTMLElement): Promise<void>;
  destroy(): void;
  /** A new floor: everything is built anew; the camera stays where it can. */
  setPlan(plan: PlanView, posters: readonly PosterView[]): void;
  /** New facts about the same booths (lamps, visitors, saved): cheap, once a second. */
  setPosters(posters: readonly PosterView[]): void;
  setDoors(doors: readonly DoorState[]): void;
  /** Tokens changed (theme, forced colours): reads them again and bakes again. */
  setTheme(): void;
  resize(): void;
  setReducedMotion(on: boolean): void;
  /** `x`, `y` in CSS pixels of the mounted element; null before the first plan. */
  pick(x: number, y: number): ScenePick | null;
  /** A click or tap; returns what unsubscribes. */
  onPick(listener: (pick: ScenePick) => void): () => void;
  /** The pointer rests on something else than before; null = it left. */
  onHover(listener: (pick: ScenePick | null) => void): () => void;
  /** The camera or what it shows changed (for the minimap and the zoom buttons). */
  onCamera(listener: (camera: SceneCamera) => void): () => void;
  /** One frame: call it from requestAnimationFrame. Draws only when something moved; true when it drew. */
  draw(view: SceneView, nowMs: number): boolean;
  /** For pictures in tests: this moment stays; no animation, no dropping of detail. null = runs again. */
  freeze(nowMs: number | null): void;
}

/** What the small map shows besides the floor; places in hall pixels. */
export interface MinimapView {
  readonly me: Point | null;
  readonly view: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | null;
  readonly people: readonly Point[];
  readonly path: readonly Point[] | null;
}

/** The small map: floor, lit booths, saved ones, me, and the frame of what the big picture shows. */
export interface Minimap {
  setPlan(plan: PlanView, posters: readonly PosterView[]): void;
  setPosters(posters: readonly PosterView[]): void;
  setTheme(): void;
  resize(): void;
  draw(view: MinimapView): void;
  /** CSS pixels of the canvas; null outside the hall. */
  tileAt(x: number, y: number): Tile | null;
  onClick(listener: (tile: Tile) => void): () => void;
  destroy(): void;
}
