// For tests and pictures only: what the picture draws, and a freeze switch, as `window.posterhall`. It is there when this
// browser's storage holds `posterhall.test`; nobody else's page has it, and it gives nothing the page's owner cannot see.

import type { HallModel } from './model/hall_model';
import type { HallScene, SceneStats } from './model/hall_picture';
import { sceneMoment } from './model/scene_moment';
import { TILE } from './model/scene_view';
import type { Point, SceneView } from './model/scene_view';

export interface TestSwitch {
  /** What the next frame draws. */
  moment(): SceneView;
  stats(): SceneStats;
  freeze(ms: number | null): void;
  /** Where a breakout's door is in the picture; null when there is none of that name. */
  door(name: string): Point | null;
  /** The middle of the picture, in tiles. */
  look(x: number, y: number): void;
  zoom(zoom: number): void;
}

declare global {
  interface Window {
    posterhall?: TestSwitch;
  }
}

const KEY = 'posterhall.test';

function wanted(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

/** Returns what takes it away again. */
export function installTestSwitch(model: HallModel, scene: HallScene): () => void {
  if (!wanted()) return () => undefined;
  window.posterhall = {
    moment: () => sceneMoment(model, performance.now()),
    stats: () => scene.stats,
    freeze: (ms) => {
      scene.freeze(ms);
    },
    door: (name) => {
      const door = model.catalogue.plan?.doors.find((each) => each.name === name);
      if (!door) return null;
      const { x, y, w, h } = door.rect;
      return scene.camera.toScreen({ x: (x + w / 2) * TILE, y: (y + h / 2) * TILE });
    },
    look: (x, y) => {
      scene.camera.centreOn({ x: x * TILE, y: y * TILE });
    },
    zoom: (zoom) => {
      scene.camera.setZoom(zoom);
    },
  };
  return () => {
    delete window.posterhall;
  };
}
