// One figure being composed: its pixels, its palette roles. The parts are drawn by avatar_art.ts and avatar_hair.ts.
// Runs on: anywhere. Owns: nothing.

import type { AvatarLook } from './avatar_look';

export const ART_WIDTH = 20;
export const ART_HEIGHT = 28;
/** The feet, in art pixels of the canvas. */
export const FEET_X = 10;
export const FEET_Y = 25;

export type Rgb = readonly [number, number, number];

/** A token's colour by its name without the dashes: "av-skin-1". */
export type AvatarPalette = (token: string) => Rgb;

/** Negative: darker by that part; positive: nearer to white. */
export function shade(colour: Rgb, by: number): Rgb {
  const [r, g, b] = colour.map((value) =>
    Math.round(Math.max(0, Math.min(255, by < 0 ? value * (1 + by) : value + (255 - value) * by))),
  );
  return [r ?? 0, g ?? 0, b ?? 0];
}

export interface Role {
  readonly base: Rgb;
  readonly shade: Rgb;
  readonly light: Rgb;
}

export class Art {
  readonly pixels = new Uint8ClampedArray(ART_WIDTH * ART_HEIGHT * 4);

  /** Coordinates of the 16 x 24 figure; the canvas has two more on each side. */
  rect(x: number, y: number, w: number, h: number, colour: Rgb): void {
    for (let row = y + 2; row < y + 2 + h; row++) {
      for (let column = x + 2; column < x + 2 + w; column++) this.set(column, row, colour);
    }
  }

  set(column: number, row: number, colour: Rgb): void {
    if (column < 0 || row < 0 || column >= ART_WIDTH || row >= ART_HEIGHT) return;
    const at = (row * ART_WIDTH + column) * 4;
    this.pixels[at] = colour[0];
    this.pixels[at + 1] = colour[1];
    this.pixels[at + 2] = colour[2];
    this.pixels[at + 3] = 255;
  }

  filled(column: number, row: number): boolean {
    return (
      column >= 0 &&
      row >= 0 &&
      column < ART_WIDTH &&
      row < ART_HEIGHT &&
      this.pixels[(row * ART_WIDTH + column) * 4 + 3] === 255
    );
  }
}

export interface Figure {
  readonly art: Art;
  readonly look: AvatarLook;
  readonly token: AvatarPalette;
  readonly side: boolean;
  readonly up: boolean;
  readonly step: 0 | 1;
  readonly skin: Role;
  readonly hair: Role;
  readonly top: Role;
  readonly legs: Role;
}

export function role(base: Rgb, darker: number, lighter: number): Role {
  return { base, shade: shade(base, darker), light: shade(base, lighter) };
}
