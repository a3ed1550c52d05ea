// What every layer needs to know of the frame being drawn. Made once a frame by pixi_scene.ts.

import type { Audience } from '../model/audience';
import type { Rect } from '../model/geometry';
import type { DetailLevel } from '../model/camera';
import type { SceneView, SceneWords, VisitorView } from '../model/scene_view';
import type { Baker } from './baker';
import type { FrameBudget } from './frame_budget';

/** While the picture for this zoom waits to be baked, one of another zoom stands in. */
export const OTHER_SCALES = [1, 0.5, 2, 0.25] as const;

export interface Frame {
  readonly view: SceneView;
  readonly nowMs: number;
  readonly zoom: number;
  readonly detail: DetailLevel;
  /** Device pixels of one CSS pixel. */
  readonly density: number;
  /** Device pixels of one hall pixel in baked pictures of the hall. */
  readonly hallScale: number;
  /** Labels are this large: 1, and more when one zoomed in to see better. */
  readonly labelSize: number;
  /** What is in the picture, hall pixels. */
  readonly rect: Rect;
  /** Visitors near or in the picture; of an audience only those who stay people. */
  readonly visitors: readonly VisitorView[];
  readonly audience: Audience;
  readonly reducedMotion: boolean;
  readonly baker: Baker;
  readonly budget: FrameBudget;
  readonly words: SceneWords;
}

/** A hall point in CSS pixels of the picture. */
export function toScreen(frame: Frame, x: number, y: number): { x: number; y: number } {
  return { x: (x - frame.rect.x) * frame.zoom, y: (y - frame.rect.y) * frame.zoom };
}

export function rectOnScreen(frame: Frame, rect: Rect): Rect {
  const at = toScreen(frame, rect.x, rect.y);
  return { ...at, w: rect.w * frame.zoom, h: rect.h * frame.zoom };
}

export function screenRect(frame: Frame): Rect {
  return { x: 0, y: 0, w: frame.rect.w * frame.zoom, h: frame.rect.h * frame.zoom };
}
