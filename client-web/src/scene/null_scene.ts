// The hall where it cannot be drawn: accepts everything, shows nothing. List mode is the other door to the same room.
// Runs on: the page's thread. Owns: nothing.

import type { Point } from '../model/scene_view';
import type { HallScene, SceneCamera, ScenePick, SceneStats } from '../model/hall_picture';

const nothing = (): void => undefined;
const unsubscribe = (): (() => void) => nothing;

const STILL_CAMERA: SceneCamera = {
  zoom: 1,
  followsMe: false,
  canZoomIn: () => false,
  canZoomOut: () => false,
  zoomIn: nothing,
  zoomOut: nothing,
  setZoom: nothing,
  followMe: nothing,
  panBy: nothing,
  centreOn: nothing,
  fitHall: nothing,
  viewRect: () => ({ x: 0, y: 0, w: 0, h: 0 }),
  toScreen: (point: Point) => point,
};

export class NullHallScene implements HallScene {
  readonly available = false;
  readonly camera = STILL_CAMERA;
  readonly stats: SceneStats = {
    jsMs: 0,
    frames: 0,
    visibleVisitors: 0,
    visibleBooths: 0,
    dropped: 0,
    loading: 0,
  };
  mount = (): Promise<void> => Promise.resolve();
  destroy = nothing;
  setPlan = nothing;
  setPosters = nothing;
  setDoors = nothing;
  setTheme = nothing;
  resize = nothing;
  setReducedMotion = nothing;
  freeze = nothing;
  pick = (): ScenePick | null => null;
  onPick = unsubscribe;
  onHover = unsubscribe;
  onCamera = unsubscribe;
  draw = (): boolean => false;
}
