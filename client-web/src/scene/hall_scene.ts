// Makes the hall's picture: PixiJS over WebGL (pixi_scene.ts), or nothing (null_scene.ts) where there is no WebGL and
// list mode takes over. The contract itself is model/hall_picture.ts.
// Runs on: the page's thread. Owns: nothing; the renderer's code is loaded when it is first wanted.

import type { HallScene } from '../model/hall_picture';
import type { SceneWords } from '../model/scene_view';

export type {
  HallScene,
  Minimap,
  MinimapView,
  SceneCamera,
  ScenePick,
  SceneStats,
} from '../model/hall_picture';

export interface HallSceneOptions {
  readonly words: SceneWords;
}

/** True when this browser can draw the hall. Costs one throw-away context. */
export function canDrawHall(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** The scene for this browser; the renderer's code is loaded here and not before. */
export async function createHallScene(options: HallSceneOptions): Promise<HallScene> {
  if (!canDrawHall()) {
    const { NullHallScene } = await import('./null_scene');
    return new NullHallScene();
  }
  const { PixiHallScene } = await import('./pixi_scene');
  return new PixiHallScene(options);
}
