// The picture of the hall as the screen needs it; how it is drawn is not the screen's business.

import type { NearTarget } from '../../model/near_me';
import type { Point, Tile } from '../../model/scene_view';

export type Picked =
  | { readonly kind: 'visitor'; readonly id: number; readonly screen: Point }
  | { readonly kind: 'wall'; readonly number: number }
  | { readonly kind: 'door'; readonly room: number; readonly screen: Point }
  | { readonly kind: 'floor'; readonly tile: Tile }
  /** A place on the small map. */
  | { readonly kind: 'map'; readonly tile: Tile };

export type PictureStart = 'ready' | 'no_webgl' | 'failed';

export interface CameraNow {
  readonly canZoomIn: boolean;
  readonly canZoomOut: boolean;
  /** In hall pixels. */
  readonly view: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

export interface HallPicture {
  start(element: HTMLElement): Promise<PictureStart>;
  /** Not seen: nothing is drawn, walking goes on. */
  setShown(shown: boolean): void;
  zoomIn(): void;
  zoomOut(): void;
  followMe(): void;
  wholeHall(): void;
  camera(): CameraNow;
  onCamera(listener: () => void): () => void;
  onPick(listener: (picked: Picked) => void): () => void;
  /** Who and what is in view now, the nearest first; `at` in pixels of the element. */
  near(): readonly NearTarget[];
  /** Draws the small map on this canvas until the result is called; a click on it walks there. */
  map(canvas: HTMLCanvasElement): () => void;
  themeChanged(): void;
  destroy(): void;
}
