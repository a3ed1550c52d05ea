// The floor: stone, neighbourhoods with their checker, rugs, painted aisle numbers, the stage. Baked in chunks.
// In the far picture the booths are bars in it, lit ones in their topic's colour.
// Runs on: the page's thread. Owns: nothing.

import { overlaps, pixelsOf } from '../../model/geometry_floor';
import type { Rect } from '../../model/geometry';
import { TILE } from '../../model/scene_view';
import type { PlanView, PosterView, SceneWords } from '../../model/scene_view';
import { BOOTH_WIDTH } from './booth_art';
import { fillBox, text } from './pen';
import type { Pen } from './pen';
import { drawStage } from './stage_art';

/** Tiles of a side of one baked piece of floor. */
export const CHUNK_TILES = 20;
export const CHUNK = CHUNK_TILES * TILE;
/** Thickness of the hall's outer wall, drawn outside its tiles. */
const RIM = 12;

export interface Ground {
  readonly plan: PlanView;
  readonly words: SceneWords;
  /** Words on the floor are this much larger, so that they can be read when the hall is drawn small. */
  readonly grown: number;
  /** By booth number; used by the far picture only. */
  readonly posters: ReadonlyMap<number, PosterView>;
}

/** The canvas is scaled and moved so that hall pixels can be used; `area` is what is seen of it. */
export function drawGround(pen: Pen, ground: Ground, area: Rect, far: boolean): void {
  drawTiles(pen, ground.plan, area);
  if (far) {
    drawBars(pen, ground, area);
  } else {
    drawRugs(pen, ground.plan, area);
    drawAisleNumbers(pen, ground, area);
  }
  const stage = pixelsOf(ground.plan.stage);
  if (stage.w > 0 && overlaps({ ...stage, y: stage.y - TILE, h: stage.h + 2 * TILE }, area)) {
    drawStage(pen, stage, pixelsOf(ground.plan.audience), far ? '' : ground.words.stage, ground.grown);
  }
}

function drawTiles(pen: Pen, plan: PlanView, area: Rect): void {
  const { g, palette } = pen;
  fillBox(pen, palette.colour('bg'), area.x, area.y, area.w, area.h);
  drawRim(pen, plan);
  const left = Math.max(0, Math.floor(area.x / TILE));
  const top = Math.max(0, Math.floor(area.y / TILE));
  const right = Math.min(plan.width, Math.ceil((area.x + area.w) / TILE));
  const bottom = Math.min(plan.height, Math.ceil((area.y + area.h) / TILE));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const floor = plan.floor[y * plan.width + x] ?? 0;
      if (floor > 0) {
        g.fillStyle = palette.topicFloor(floor - 1);
        g.fillRect(x * TILE, y * TILE, TILE, TILE);
        if ((x + y) % 2 !== 0) {
          g.globalAlpha = 0.22;
          g.fillStyle = palette.colour('hall-shade');
          g.fillRect(x * TILE, y * TILE, TILE, TILE);
          g.globalAlpha = 1;
        }
      } else if ((x + y) % 2 !== 0) {
        g.fillStyle = palette.colour('hall-stone-2');
        g.fillRect(x * TILE, y * TILE, TILE, TILE);
      }
    }
  }
}

/** The hall's outer wall, seen from above, and the stone within. */
function drawRim(pen: Pen, plan: PlanView): void {
  const { palette } = pen;
  const w = plan.width * TILE;
  const h = plan.height * TILE;
  fillBox(pen, palette.colour('hall-wall-side'), -RIM, -RIM, w + 2 * RIM, h + 2 * RIM, 3);
  fillBox(pen, palette.colour('hall-wall-cap'), -RIM + 3, -RIM + 3, w + 2 * RIM - 6, h + 2 * RIM - 6, 2);
  fillBox(pen, palette.colour('hall-stone'), 0, 0, w, h);
}

function drawRugs(pen: Pen, plan: PlanView, area: Rect): void {
  for (const booth of plan.booths) {
    const rug = pixelsOf(booth.rug);
    if (!overlaps(rug, area)) continue;
    fillBox(pen, pen.palette.topicRug(booth.topic), rug.x + 5, rug.y - 2, rug.w - 10, rug.h + 4, 4);
    if (!pen.palette.forced) continue;
    pen.g.strokeStyle = pen.palette.colour('hall-seam');
    pen.g.lineWidth = 1;
    pen.g.stroke();
  }
}

/** The number stands in the middle of the cross-aisle, the word above it. `at` is the left tile of three. */
function drawAisleNumbers(pen: Pen, { plan, words, grown }: Ground, area: Rect): void {
  const colour = pen.palette.colour('ink-2');
  for (const { at, aisle } of plan.aisleNumbers) {
    const x = at.x * TILE + 1.5 * TILE;
    const y = at.y * TILE + 60;
    if (!overlaps({ x: x - 48, y: y - 48, w: 96, h: 96 }, area)) continue;
    const style = { colour, align: 'center' as const };
    if (grown === 1)
      text(pen, words.aisle.toLocaleUpperCase(), x, y - 19, { ...style, size: 12, weight: 700 });
    text(pen, String(aisle), x, y + 3, { ...style, size: 30, weight: 800 });
  }
}

/** Whole hall: a bar for each booth, the lit ones in colour; shape tells too: lit bars are twice as high. */
function drawBars(pen: Pen, { plan, posters }: Ground, area: Rect): void {
  const { palette } = pen;
  for (const booth of plan.booths) {
    const all = pixelsOf(booth.all);
    if (!overlaps(all, area)) continue;
    fillBox(pen, palette.topicRug(booth.topic), all.x + 5, all.y + 62, BOOTH_WIDTH - 10, 100);
    const poster = posters.get(booth.number);
    const lit = poster?.lamp === 'on';
    const colour = lit
      ? palette.topic(booth.topic)
      : palette.colour(poster ? 'hall-wall-side' : 'hall-wall-cap');
    fillBox(pen, colour, all.x + 6, all.y + (lit ? 0 : 28), all.w - 12, lit ? 64 : 32);
    if (poster?.saved) drawSavedFlag(pen, all.x + all.w - 46, all.y + 70);
  }
}

/** A bookmark large enough for the whole-hall picture. */
function drawSavedFlag({ g, palette }: Pen, x: number, y: number): void {
  g.beginPath();
  g.moveTo(x, y);
  g.lineTo(x + 28, y);
  g.lineTo(x + 28, y + 44);
  g.lineTo(x + 14, y + 32);
  g.lineTo(x, y + 44);
  g.closePath();
  g.fillStyle = palette.colour('brand');
  g.fill();
}
