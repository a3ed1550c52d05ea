// Colours out of the stylesheet. A build may write a token shorter (#fff, tan, #ffd25e57): whoever needs its numbers
// asks a canvas, which knows every spelling and answers in one of two. Pure: the canvas is the caller's.

import type { Rgb } from './avatar_figure';

/** What a canvas's fillStyle is: set to a colour, it reads back as "#rrggbb" or "rgba(r, g, b, a)". */
export interface ColourReader {
  fillStyle: string | CanvasGradient | CanvasPattern;
}

/** Any CSS colour as its numbers; black for what is none. */
export function rgbOf(reader: ColourReader, colour: string): Rgb {
  const plain = spelledOut(reader, colour);
  if (plain.startsWith('#')) {
    const value = Number.parseInt(plain.slice(1, 7), 16) || 0;
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const [r, g, b] = (plain.match(/[\d.]+/g) ?? []).map(Number);
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** The same colour, wholly transparent: where a glow ends. */
export function fadedOut(reader: ColourReader, colour: string): string {
  return `rgba(${rgbOf(reader, colour).join(', ')}, 0)`;
}

function spelledOut(reader: ColourReader, colour: string): string {
  reader.fillStyle = '#000000';
  reader.fillStyle = colour;
  return typeof reader.fillStyle === 'string' ? reader.fillStyle : '#000000';
}
