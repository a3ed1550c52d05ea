// Small strokes all pictures of the hall share: text, rounded boxes, checkers. Units are hall pixels at zoom 1; the
// canvas is scaled before.
// Runs on: the page's thread. Owns: nothing.

import type { Palette } from '../palette';

export interface Pen {
  readonly g: CanvasRenderingContext2D;
  readonly palette: Palette;
}

export function setFont({ g, palette }: Pen, size: number, weight: number): void {
  g.font = `${String(weight)} ${String(size)}px ${palette.font}`;
}

export interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly align?: CanvasTextAlign;
}

/** One line, its middle at `y`. Right-to-left names are shaped by their first strong letter, as dir=auto does. */
export function text(pen: Pen, words: string, x: number, y: number, style: TextStyle): void {
  const { g } = pen;
  setFont(pen, style.size, style.weight);
  g.fillStyle = style.colour;
  g.direction = directionOf(words);
  g.textAlign = style.align ?? 'left';
  g.textBaseline = 'middle';
  g.fillText(words, x, y);
}

export function widthOf(pen: Pen, words: string, size: number, weight: number): number {
  setFont(pen, size, weight);
  return pen.g.measureText(words).width;
}

const STRONG_RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const STRONG = /\p{L}/u;

export function directionOf(words: string): 'ltr' | 'rtl' {
  const first = STRONG.exec(words)?.[0];
  return first !== undefined && STRONG_RTL.test(first) ? 'rtl' : 'ltr';
}

/** The words cut with an ellipsis to fit `width`; whole letters only. */
export function fitted(pen: Pen, words: string, width: number, size: number, weight: number): string {
  setFont(pen, size, weight);
  if (pen.g.measureText(words).width <= width) return words;
  const letters = Array.from(words);
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pen.g.measureText(`${letters.slice(0, middle).join('')}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters
    .slice(0, low)
    .join('')
    .replace(/[\s,:–-]+$/u, '')}…`;
}

/** Lines of at most `width`; the last one is cut when there would be more than `most`. Long words are broken. */
export function wrapped(
  pen: Pen,
  words: string,
  width: number,
  size: number,
  weight: number,
  most: number,
): string[] {
  setFont(pen, size, weight);
  const lines: string[] = [];
  let line = '';
  const parts = words.split(/\s+/u).filter((part) => part !== '');
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const longer = line === '' ? part : `${line} ${part}`;
    if (line === '' || pen.g.measureText(longer).width <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = part;
    if (lines.length === most - 1) {
      line = parts.slice(i).join(' ');
      break;
    }
  }
  lines.push(line);
  return lines.map((each) => fitted(pen, each, width, size, weight));
}

export function roundedBox(
  g: CanvasRenderingContext2D,
  x: number,
  y: number,
  w: number,
  h: number,
  r: number,
): void {
  g.beginPath();
  g.roundRect(x, y, w, h, r);
}

export function fillBox(pen: Pen, colour: string, x: number, y: number, w: number, h: number, r = 0): void {
  pen.g.fillStyle = colour;
  if (r === 0) {
    pen.g.fillRect(x, y, w, h);
    return;
  }
  roundedBox(pen.g, x, y, w, h, r);
  pen.g.fill();
}

export function fillEllipse(
  pen: Pen,
  colour: string,
  x: number,
  y: number,
  rx: number,
  ry: number,
  turn = 0,
): void {
  pen.g.fillStyle = colour;
  pen.g.beginPath();
  pen.g.ellipse(x, y, rx, ry, turn, 0, Math.PI * 2);
  pen.g.fill();
}

/** A darker tone of an opaque token: the token with ink over it, in any theme and in forced colours. */
export function darken(pen: Pen, part: number, paint: () => void): void {
  const { g } = pen;
  g.save();
  g.globalAlpha = part;
  g.fillStyle = '#000000';
  paint();
  g.restore();
}
