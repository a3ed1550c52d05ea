// Labels over the hall: name tags, counts, bubbles, emotes, signs. Each has a measure and a drawing, so that places can
// be chosen before anything is baked. Units: CSS pixels.
// Runs on: the page's thread. Owns: nothing.

import { fillBox, roundedBox, text, widthOf, wrapped } from './pen';
import type { Pen } from './pen';

export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface TagContent {
  readonly name: string;
  /** Second line; '' = none. */
  readonly detail: string;
  readonly mark: 'lamp' | 'sound' | 'none';
  readonly me: boolean;
}

const MARK_WIDTH = 15;

export function measureTag(pen: Pen, tag: TagContent): Size {
  const name = widthOf(pen, tag.name, 12, 600) + (tag.mark === 'none' ? 0 : MARK_WIDTH);
  const detail = tag.detail === '' ? 0 : widthOf(pen, tag.detail, 12, 400);
  return { w: Math.ceil(Math.max(name, detail)) + 12, h: tag.detail === '' ? 18 : 34 };
}

/** Drawn with one pixel of room around it for the border. */
export function drawTag(pen: Pen, tag: TagContent, size: Size): void {
  const { g, palette } = pen;
  const ink = palette.colour(tag.me ? 'on-brand' : 'ink');
  roundedBox(g, 1.5, 1.5, size.w, size.h, 4);
  g.globalAlpha = tag.me ? 1 : 0.94;
  g.fillStyle = palette.colour(tag.me ? 'brand' : 'surface');
  g.fill();
  g.globalAlpha = 1;
  g.strokeStyle = palette.colour(tag.me ? 'brand' : 'line-strong');
  g.lineWidth = 1;
  g.stroke();
  if (tag.mark === 'lamp') drawTagLamp(pen, tag.me);
  if (tag.mark === 'sound') drawTagSound(pen, tag.me);
  text(pen, tag.name, 7 + (tag.mark === 'none' ? 0 : MARK_WIDTH), 10.5, {
    size: 12,
    weight: 600,
    colour: ink,
  });
  if (tag.detail !== '') {
    const colour = tag.me ? ink : palette.colour('ink-2');
    text(pen, tag.detail, 7, 26, { size: 12, weight: 400, colour });
  }
}

function drawTagLamp({ g, palette }: Pen, me: boolean): void {
  g.beginPath();
  g.moveTo(7, 14);
  g.quadraticCurveTo(7, 6, 12, 6);
  g.quadraticCurveTo(17, 6, 17, 14);
  g.closePath();
  g.fillStyle = palette.colour('lamp');
  g.fill();
  g.strokeStyle = palette.colour(me ? 'on-brand' : 'lamp-line');
  g.lineWidth = 1.2;
  g.stroke();
}

function drawTagSound({ g, palette }: Pen, me: boolean): void {
  g.fillStyle = palette.colour(me ? 'on-brand' : 'brand');
  g.fillRect(7, 8.5, 2.5, 4);
  g.fillRect(11, 6.5, 2.5, 8);
  g.fillRect(15, 8, 2.5, 5);
}

export function measureCount(pen: Pen, words: string): Size {
  return { w: Math.ceil(widthOf(pen, words, 12, 700)) + 16, h: 20 };
}

export function drawCount(pen: Pen, words: string, size: Size): void {
  fillBox(pen, pen.palette.colour('ink'), 1, 1, size.w, size.h, 10);
  text(pen, words, 1 + size.w / 2, 11.5, {
    size: 12,
    weight: 700,
    colour: pen.palette.colour('surface'),
    align: 'center',
  });
}

const BUBBLE_FONT = 14;
const BUBBLE_WEIGHT = 450;
const BUBBLE_LINE = 18;
/** The tail's reach beyond the box. */
export const BUBBLE_TAIL = 8;

export type BubbleSide = 'above' | 'left' | 'right';

export interface BubbleContent {
  readonly lines: readonly string[];
  readonly size: Size;
}

/** Two lines; narrower beside a head than above it. */
export function layBubble(pen: Pen, words: string, side: BubbleSide): BubbleContent {
  const lines = wrapped(pen, words, side === 'above' ? 170 : 104, BUBBLE_FONT, BUBBLE_WEIGHT, 2);
  const widest = Math.max(...lines.map((line) => widthOf(pen, line, BUBBLE_FONT, BUBBLE_WEIGHT)));
  return { lines, size: { w: Math.ceil(widest) + 20, h: lines.length * BUBBLE_LINE + 12 } };
}

/** The box lies at (BUBBLE_TAIL, 4); the tail leaves it below, or at the side nearest the head. */
export function drawBubble(pen: Pen, bubble: BubbleContent, side: BubbleSide): void {
  const { g, palette } = pen;
  const x = BUBBLE_TAIL;
  const y = 4;
  const { w, h } = bubble.size;
  fillBox(pen, palette.colour('hall-shade'), x + 1, y + 3, w, h, 10);
  g.fillStyle = palette.colour('surface');
  g.strokeStyle = palette.colour('line-strong');
  g.lineWidth = 1;
  roundedBox(g, x + 0.5, y + 0.5, w, h, 10);
  g.fill();
  g.stroke();
  if (side === 'above') {
    const middle = x + w / 2;
    drawTail(g, [middle - 6, y + h + 0.5], [middle, y + h + 7], [middle + 6, y + h + 0.5]);
    g.fillRect(middle - 6, y + h - 1, 12, 2);
  } else {
    const edge = side === 'right' ? x : x + w;
    drawTail(g, [edge, y + 9], [edge + (side === 'right' ? -7 : 7), y + 15], [edge, y + 21]);
    g.fillRect(side === 'right' ? edge + 1 : edge - 1, y + 10, 2, 10);
  }
  const colour = palette.colour('ink');
  bubble.lines.forEach((line, i) => {
    text(pen, line, x + 10, y + 15.5 + i * BUBBLE_LINE, { size: BUBBLE_FONT, weight: BUBBLE_WEIGHT, colour });
  });
}

type Corner = readonly [number, number];

function drawTail(g: CanvasRenderingContext2D, a: Corner, b: Corner, c: Corner): void {
  g.beginPath();
  g.moveTo(a[0], a[1]);
  g.lineTo(b[0], b[1]);
  g.lineTo(c[0], c[1]);
  g.fill();
  g.stroke();
}

export const EMOTE_SIZE = 32;

/** A still emoji in a disc, middle at (16, 16). */
export function drawEmote({ g, palette }: Pen, emoji: string): void {
  g.fillStyle = palette.colour('surface');
  g.strokeStyle = palette.colour('line-strong');
  g.lineWidth = 1;
  g.beginPath();
  g.arc(16, 16, 14, 0, Math.PI * 2);
  g.fill();
  g.stroke();
  g.font = '16px "Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", sans-serif';
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  g.fillStyle = palette.colour('ink');
  g.fillText(emoji, 16, 17);
}

export interface SignContent {
  readonly letter: string;
  readonly name: string;
  readonly topic: number;
}

/** Room for the arrow is always kept: a sign is as wide in every picture. */
export function measureSign(pen: Pen, sign: SignContent): Size {
  return { w: Math.ceil(widthOf(pen, sign.name, 14, 700)) + 54, h: 28 };
}

export function drawSign(
  pen: Pen,
  sign: SignContent & { readonly arrow: 'left' | 'right' | 'none' },
  size: Size,
): void {
  const { g, palette } = pen;
  const strong = palette.topic(sign.topic);
  const paper = palette.colour('on-topic');
  fillBox(pen, palette.colour('hall-shade'), 2, 4, size.w, size.h, 3);
  fillBox(pen, strong, 0, 0, size.w, size.h, 3);
  fillBox(pen, paper, 5, 5, 18, 18, 2);
  text(pen, sign.letter, 14, 14.5, { size: 14, weight: 800, colour: strong, align: 'center' });
  text(pen, sign.name, 30, 14.5, { size: 14, weight: 700, colour: paper });
  if (sign.arrow === 'none') return;
  const x = size.w - 13;
  const way = sign.arrow === 'right' ? 1 : -1;
  g.fillStyle = paper;
  g.beginPath();
  g.moveTo(x + 4 * way, 14);
  g.lineTo(x - 3 * way, 9);
  g.lineTo(x - 3 * way, 19);
  g.fill();
}
