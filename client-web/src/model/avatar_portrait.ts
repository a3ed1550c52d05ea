// An avatar's portrait on a canvas somebody else owns: join page, faces in the dock, lists. No renderer, no page of its
// own, so that the join page stays small.

import { composeAvatar } from './avatar_art';
import { ART_HEIGHT, ART_WIDTH } from './avatar_figure';
import type { AvatarPalette, Rgb } from './avatar_figure';
import type { AvatarLook } from './avatar_look';
import { rgbOf } from './colour';
import type { ColourReader } from './colour';
import { FACING_DOWN } from './scene_view';
import type { Facing } from './scene_view';

/** Art rows of a portrait that shows head and shoulders. */
export const BUST_HEIGHT = 19;

export interface PortraitOptions {
  readonly direction?: Facing;
  /** CSS pixels of one art pixel: whole numbers only. */
  readonly scale?: number;
  /** Head and shoulders. */
  readonly bust?: boolean;
  readonly step?: boolean;
}

/** Sets the canvas's size (20 x 28 art pixels, or 20 x 19) and draws; CSS width and height are set to match. */
export function drawAvatar(canvas: HTMLCanvasElement, look: AvatarLook, options: PortraitOptions = {}): void {
  const scale = Math.max(1, Math.round(options.scale ?? 2));
  const rows = options.bust === true ? BUST_HEIGHT : ART_HEIGHT;
  // Every art pixel becomes whole device pixels; the browser scales the rest without smoothing.
  const fine = scale * Math.max(1, Math.ceil(globalThis.devicePixelRatio || 1));
  canvas.width = ART_WIDTH * fine;
  canvas.height = rows * fine;
  canvas.style.width = `${String(ART_WIDTH * scale)}px`;
  canvas.style.height = `${String(rows * scale)}px`;
  canvas.style.imageRendering = 'pixelated';
  const context = canvas.getContext('2d');
  if (!context) return;
  const palette = tokensOf(canvas, context);
  const art = composeAvatar(look, options.direction ?? FACING_DOWN, options.step ?? false, palette);
  context.putImageData(new ImageData(enlarged(art, rows, fine), canvas.width, canvas.height), 0, 0);
}

/** Each pixel of the first `rows` rows as a square of `by`. */
export function enlarged(art: Uint8ClampedArray, rows: number, by: number): Uint8ClampedArray<ArrayBuffer> {
  const width = ART_WIDTH * by;
  const from = new Uint32Array(art.buffer, art.byteOffset, ART_WIDTH * ART_HEIGHT);
  const out = new Uint32Array(width * rows * by);
  for (let row = 0; row < rows * by; row++) {
    const source = Math.floor(row / by) * ART_WIDTH;
    for (let column = 0; column < width; column++) {
      out[row * width + column] = from[source + Math.floor(column / by)] ?? 0;
    }
  }
  return new Uint8ClampedArray(out.buffer);
}

/** The palette as the stylesheet has it now. */
function tokensOf(canvas: HTMLCanvasElement, reader: ColourReader): AvatarPalette {
  const style = getComputedStyle(canvas.ownerDocument.documentElement);
  const known = new Map<string, Rgb>();
  return (token) => {
    let colour = known.get(token);
    if (!colour) {
      colour = rgbOf(reader, style.getPropertyValue(`--${token}`).trim());
      known.set(token, colour);
    }
    return colour;
  };
}
