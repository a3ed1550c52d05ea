// One booth: wall with cap and posts, board, number, lamp and its light, visitors, bookmark, caption. The rug itself is
// floor (ground_art.ts), so that a path can be seen on it. Three details: near, mid (plates and lamps), far (a bar).
// Runs on: the page's thread. Owns: nothing.

import type { BoothView, PosterView } from '../../model/scene_view';
import { drawFigure, drawLamp, drawPlate, plateWidth } from './lamp_art';
import { directionOf, fillBox, fitted, roundedBox, text } from './pen';
import type { Pen } from './pen';

/** The presenter stands right of the board, with the head at the height of the caption. */
const PRESENTER_ROOM = 22;

export const BOOTH_WIDTH = 160;
/** Where (0, 0) of a booth's tiles lies in its picture: posts and cap stand above. */
export const BOOTH_ORIGIN_Y = 10;
export const BOOTH_PICTURE_HEIGHT = BOOTH_ORIGIN_Y + 168;

export interface BoardBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The board within the booth: landscape or portrait. */
export function boardBox(portrait: boolean): BoardBox {
  return portrait ? { x: 62, y: 3, w: 38, h: 54 } : { x: 45, y: 4, w: 74, h: 52 };
}

/** What a booth's picture is made of besides its poster's facts. */
export interface BoothPicture {
  readonly booth: BoothView;
  /** null: a free place. */
  readonly poster: PosterView | null;
  readonly thumbnail: CanvasImageSource | null;
  /** The poster's mean colour, once its thumbnail was seen. */
  readonly flatColour: string | null;
  readonly glow: boolean;
  readonly posterToCome: readonly [string, string];
}

function glowAt(pen: Pen, x: number, y: number, r: number, toX: number, toY: number, toR: number): void {
  const glow = pen.g.createRadialGradient(x, y, r, toX, toY, toR);
  glow.addColorStop(0, pen.palette.colour('lamp-glow'));
  glow.addColorStop(1, pen.palette.faded('lamp-glow'));
  pen.g.fillStyle = glow;
}

export function drawBoothNear(pen: Pen, picture: BoothPicture): void {
  const { g, palette } = pen;
  const { booth, poster } = picture;
  const lit = poster?.lamp === 'on' && picture.glow;
  if (lit) {
    g.save();
    roundedBox(g, 5, 62, BOOTH_WIDTH - 10, 100, 4);
    g.clip();
    glowAt(pen, 110, 60, 6, 96, 92, 92);
    g.fillRect(0, 60, BOOTH_WIDTH, 104);
    g.restore();
  }
  drawWall(pen, booth.topic);
  if (lit) {
    glowAt(pen, 140, 14, 2, 132, 26, 60);
    g.fillRect(4, 0, BOOTH_WIDTH - 8, 60);
  }
  if (poster) {
    drawBoard(pen, picture, poster);
    drawFacts(pen, poster);
  }
  drawPlate(pen, 6, 4, booth.number, booth.topic);
  if (poster) {
    const right = BOOTH_WIDTH - 11 - (poster.lamp === 'on' ? PRESENTER_ROOM : 0);
    const title = fitted(pen, poster.title, right - 11, 12, 600);
    const rtl = directionOf(title) === 'rtl';
    text(pen, title, rtl ? right : 11, 78, {
      size: 12,
      weight: 600,
      colour: palette.colour('hall-ink'),
      align: rtl ? 'right' : 'left',
    });
  }
}

/** 5 x 2 tiles, cap, posts, and the topic's line at the foot. */
function drawWall(pen: Pen, topic: number): void {
  const { palette } = pen;
  fillBox(pen, palette.colour('hall-shade'), 3, 62, BOOTH_WIDTH - 6, 8);
  fillBox(pen, palette.colour('hall-wall'), 2, 0, BOOTH_WIDTH - 4, 64);
  fillBox(pen, palette.colour('hall-wall-cap'), 2, -6, BOOTH_WIDTH - 4, 6);
  fillBox(pen, palette.colour('hall-wall-side'), 0, -6, 4, 92);
  fillBox(pen, palette.colour('hall-wall-side'), BOOTH_WIDTH - 4, -6, 4, 92);
  fillBox(pen, palette.colour('hall-wall-cap'), 0, -8, 4, 8);
  fillBox(pen, palette.colour('hall-wall-cap'), BOOTH_WIDTH - 4, -8, 4, 8);
  fillBox(pen, palette.topic(topic), 4, 60, BOOTH_WIDTH - 8, 3);
}

function drawBoard(pen: Pen, picture: BoothPicture, poster: PosterView): void {
  const { g, palette } = pen;
  const { x, y, w, h } = boardBox(poster.portrait);
  fillBox(pen, palette.colour('hall-shade'), x + 2, y + 3, w, h);
  fillBox(pen, palette.colour('hall-frame'), x - 2, y - 2, w + 4, h + 4);
  fillBox(pen, palette.colour('hall-board'), x, y, w, h);
  if (poster.empty) {
    const [first, second] = picture.posterToCome;
    const ink = '#4A5257';
    const middle = { align: 'center' as const, size: 12, colour: ink };
    text(pen, fitted(pen, first, w - 2, 12, 600), x + w / 2, y + h / 2 - 6, { ...middle, weight: 600 });
    text(pen, fitted(pen, second, w - 2, 12, 400), x + w / 2, y + h / 2 + 9, { ...middle, weight: 400 });
  } else if (picture.thumbnail) {
    g.imageSmoothingEnabled = true;
    g.imageSmoothingQuality = 'high';
    g.drawImage(picture.thumbnail, x, y, w, h);
  } else {
    drawUnreadPaper(pen, picture, poster);
  }
  if (poster.saved) drawBookmark(pen, x + w, y);
}

/** Before the thumbnail is there: paper with the topic's head, no words. */
function drawUnreadPaper(pen: Pen, picture: BoothPicture, poster: PosterView): void {
  const { g } = pen;
  const { x, y, w, h } = boardBox(poster.portrait);
  g.save();
  g.globalAlpha = picture.flatColour ? 1 : 0.28;
  fillBox(
    pen,
    picture.flatColour ?? pen.palette.topic(poster.topic),
    x,
    y,
    w,
    picture.flatColour ? h : h * 0.2,
  );
  g.restore();
}

function drawBookmark(pen: Pen, right: number, top: number): void {
  const { g, palette } = pen;
  g.beginPath();
  g.moveTo(right - 11, top - 2);
  g.lineTo(right - 2, top - 2);
  g.lineTo(right - 2, top + 14);
  g.lineTo(right - 6.5, top + 10);
  g.lineTo(right - 11, top + 14);
  g.closePath();
  g.fillStyle = palette.colour('brand');
  g.fill();
  g.strokeStyle = palette.colour('on-brand');
  g.lineWidth = 1;
  g.stroke();
}

function drawFacts(pen: Pen, poster: PosterView): void {
  const ink = pen.palette.colour('hall-ink');
  drawLamp(pen, 140, 12, poster.lamp);
  if (poster.lamp !== 'on') {
    // "00:00 +1" stands in two lines: beside a landscape board there is room for five figures.
    poster.nextText.split(' ').forEach((words, line) => {
      text(pen, words, 156, 28 + line * 13, { size: 12, weight: 600, colour: ink, align: 'right' });
    });
  }
  if (poster.visitors > 0) {
    drawFigure(pen, 14, 47, ink);
    text(pen, String(poster.visitors), 23, 48, { size: 12, weight: 700, colour: ink });
  }
}

/** Zoom 0.5: plate and lamp keep their size on the screen, the thumbnail is one colour, the caption goes. */
export function drawBoothMid(pen: Pen, picture: BoothPicture): void {
  const { g } = pen;
  const { booth, poster } = picture;
  const lit = poster?.lamp === 'on' && picture.glow;
  if (lit) {
    g.save();
    roundedBox(g, 5, 62, BOOTH_WIDTH - 10, 100, 4);
    g.clip();
    glowAt(pen, 120, 60, 6, 110, 84, 92);
    g.fillRect(0, 60, BOOTH_WIDTH, 104);
    g.restore();
  }
  drawWall(pen, booth.topic);
  if (lit) {
    glowAt(pen, 134, 30, 2, 128, 34, 60);
    g.fillRect(4, 0, BOOTH_WIDTH - 8, 60);
  }
  g.save();
  g.scale(2, 2);
  drawPlate(pen, 3, 4, booth.number, booth.topic);
  g.restore();
  if (!poster) return;
  drawFlatBoard(pen, picture, poster);
  g.save();
  g.scale(2, 2);
  drawLamp(pen, 69, 15, poster.lamp);
  g.restore();
}

/** Between plate and lamp; the plate of a four-figure number leaves less. */
function drawFlatBoard(pen: Pen, picture: BoothPicture, poster: PosterView): void {
  const { palette } = pen;
  const left = 6 + 2 * plateWidth(picture.booth.number) + 6;
  const w = Math.min(poster.portrait ? 18 : 28, 114 - left);
  const h = poster.portrait ? 34 : 24;
  fillBox(pen, palette.colour('hall-frame'), left - 2, 10, w + 4, h + 4);
  const paper = poster.empty
    ? palette.colour('hall-board')
    : (picture.flatColour ?? palette.topicFloor(poster.topic));
  fillBox(pen, paper, left, 12, w, h);
  if (poster.saved) drawBookmark(pen, left + w + 2, 12);
}
