// The minimap's drawing: floors of the neighbourhoods, booths as bars (lit ones stronger), people as dots a cell.
// Runs on: the page's thread. Owns: nothing but a baked ground per canvas.

import { topicLetter } from '../../model/catalogue';
import type { HallModel } from '../../model/hall_model';
import { TILE } from '../../model/scene_view';
import type { PlanView } from '../../model/scene_view';
import { CELL_TILES_HIGH, CELL_TILES_WIDE } from '../../model/visitors';

export interface MapScale {
  /** CSS pixels a tile. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export function minimapScale(plan: PlanView, width: number, height: number): MapScale {
  const scale = Math.min(width / plan.width, height / plan.height);
  return { scale, left: (width - plan.width * scale) / 2, top: (height - plan.height * scale) / 2 };
}

type Colour = (token: string) => string;

function ground(context: CanvasRenderingContext2D, plan: PlanView, colour: Colour): void {
  for (let y = 0; y < plan.height; y++) {
    let from = 0;
    for (let x = 1; x <= plan.width; x++) {
      const topic = plan.floor[y * plan.width + from] ?? 0;
      if (x < plan.width && plan.floor[y * plan.width + x] === topic) continue;
      context.fillStyle = topic === 0 ? colour('hall-stone') : colour(`topic-${letter(topic - 1)}-floor`);
      context.fillRect(from, y, x - from, 1.05);
      from = x;
    }
  }
  context.fillStyle = colour('hall-wall-cap');
  context.fillRect(plan.stage.x, plan.stage.y, plan.stage.w, plan.stage.h);
}

function letter(topic: number): string {
  return topicLetter(topic).toLowerCase();
}

export function drawMinimap(
  canvas: HTMLCanvasElement,
  model: HallModel,
  plan: PlanView,
  view: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): void {
  const fine = Math.max(1, devicePixelRatio || 1);
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0) return;
  if (canvas.width !== Math.round(width * fine)) {
    canvas.width = Math.round(width * fine);
    canvas.height = Math.round(height * fine);
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  const style = getComputedStyle(canvas);
  const known = new Map<string, string>();
  const colour: Colour = (token) => {
    let value = known.get(token);
    if (value === undefined) {
      value = style.getPropertyValue(`--${token}`).trim();
      known.set(token, value);
    }
    return value;
  };
  const { scale, left, top } = minimapScale(plan, width, height);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colour('hall-stone');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale * fine, 0, 0, scale * fine, left * fine, top * fine);
  ground(context, plan, colour);
  for (const booth of plan.booths) {
    if (!booth.hasPoster) continue;
    const lit = model.facts.booth(booth.number).attended;
    context.globalAlpha = lit ? 0.9 : 0.38;
    context.fillStyle = colour(`topic-${letter(booth.topic)}`);
    context.fillRect(booth.all.x + 0.5, booth.all.y + 0.4, booth.all.w - 1, 1.8);
  }
  context.globalAlpha = 1;
  people(context, model, plan, colour);
  saved(context, model, plan, colour);
  way(context, model, colour, 1.5 / scale);
  const px = 1 / scale;
  context.strokeStyle = colour('brand');
  context.lineWidth = 2 * px;
  context.fillStyle = colour('brand');
  context.globalAlpha = 0.14;
  context.fillRect(view.x / TILE, view.y / TILE, view.w / TILE, view.h / TILE);
  context.globalAlpha = 1;
  context.strokeRect(view.x / TILE, view.y / TILE, view.w / TILE, view.h / TILE);
  dot(
    context,
    model.own.tile.x + 0.5,
    model.own.tile.y + 0.5,
    4 * px,
    colour('brand'),
    colour('surface'),
    1.5 * px,
  );
}

/** Counts a cell become dots spread over it, the same each time. */
function people(context: CanvasRenderingContext2D, model: HallModel, plan: PlanView, colour: Colour): void {
  context.fillStyle = colour('hall-ink');
  for (const [cell, count] of model.facts.cells) {
    const x = (cell % 65536) * CELL_TILES_WIDE;
    const y = Math.floor(cell / 65536) * CELL_TILES_HIGH;
    // The last cells reach over the hall's edge; nobody stands there.
    const wide = Math.min(CELL_TILES_WIDE, plan.width - x) - 1;
    const high = Math.min(CELL_TILES_HIGH, plan.height - y) - 1;
    for (let i = 0; i < Math.min(count, 24); i++) {
      const dx = ((i * 7919 + cell * 31) % 97) / 97;
      const dy = ((i * 6007 + cell * 17) % 89) / 89;
      context.fillRect(x + dx * wide, y + dy * high, 0.9, 0.9);
    }
  }
}

function saved(context: CanvasRenderingContext2D, model: HallModel, plan: PlanView, colour: Colour): void {
  context.fillStyle = colour('brand');
  for (const key of model.saved.keys()) {
    const number = model.catalogue.byKey(key)?.number;
    const booth = plan.booths.find((each) => each.number === number);
    if (booth) context.fillRect(booth.all.x + booth.all.w - 2, booth.all.y, 1.6, 3.2);
  }
}

function way(context: CanvasRenderingContext2D, model: HallModel, colour: Colour, width: number): void {
  const path = model.own.walker.path;
  if (path.length < 2) return;
  context.strokeStyle = colour('brand');
  context.lineWidth = width;
  context.beginPath();
  path.forEach((point, i) => {
    if (i === 0) context.moveTo(point.x / TILE, point.y / TILE);
    else context.lineTo(point.x / TILE, point.y / TILE);
  });
  context.stroke();
}

function dot(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string,
  edge: string,
  edgeWidth: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = edgeWidth;
  context.strokeStyle = edge;
  context.stroke();
}
