// A walk through some booths: nearest next, then mended where two legs cross (2-opt), over the distances one walks. Pure.

import type { BoothView, PlanView, Tile } from './scene_view';
import type { Poster } from './values';

/** More than that are not mended: the order stays as it was found. */
const MEND_AT_MOST = 250;

interface Stop {
  readonly key: number;
  readonly at: Tile | null;
}

function standing(booth: BoothView): Tile {
  return { x: booth.rug.x + Math.floor(booth.rug.w / 2), y: booth.rug.y + booth.rug.h - 1 };
}

/** Columns where no booth stands: there one crosses from aisle to aisle. Sorted. */
export function crossings(plan: PlanView): readonly number[] {
  const taken = new Set<number>();
  for (const { all } of plan.booths) for (let x = all.x; x < all.x + all.w; x += 1) taken.add(x);
  return Array.from({ length: plan.width }, (_, x) => x).filter((x) => !taken.has(x));
}

/** Tiles from one place to another: along an aisle, or by the best crossing to another one. */
export function hallDistance(from: Tile, to: Tile, cross: readonly number[]): number {
  const across = Math.abs(from.x - to.x);
  const down = Math.abs(from.y - to.y);
  // One aisle is the rug and what one walks before it.
  if (down < 4 || cross.length === 0) return across + down;
  let by = Infinity;
  for (const x of cross) by = Math.min(by, Math.abs(from.x - x) + Math.abs(x - to.x));
  return by + down;
}

function nearestNext(stops: readonly Stop[], from: Tile | null, far: (a: Stop, b: Stop) => number): Stop[] {
  const left = [...stops];
  const order: Stop[] = [];
  let at: Stop = { key: 0, at: from };
  while (left.length > 0) {
    let best = 0;
    for (let i = 1; i < left.length; i += 1) {
      const [one, other] = [left[i], left[best]];
      if (one && other && far(at, one) < far(at, other)) best = i;
    }
    const [next] = left.splice(best, 1);
    if (!next) break;
    order.push(next);
    at = next;
  }
  return order;
}

/** Turns a stretch around wherever that is shorter, until nothing is; the way has an open end. */
function mend(order: Stop[], from: Tile | null, far: (a: Stop, b: Stop) => number): Stop[] {
  const start: Stop = { key: 0, at: from };
  const before = (i: number): Stop => order[i - 1] ?? start;
  const leg = (a: Stop | undefined, b: Stop | undefined): number => (a && b ? far(a, b) : 0);
  for (let better = true; better;) {
    better = false;
    for (let i = 0; i < order.length - 1; i += 1) {
      for (let j = i + 1; j < order.length; j += 1) {
        const now = leg(before(i), order[i]) + leg(order[j], order[j + 1]);
        const turned = leg(before(i), order[j]) + leg(order[i], order[j + 1]);
        if (turned >= now) continue;
        order.splice(i, j - i + 1, ...order.slice(i, j + 1).reverse());
        better = true;
      }
    }
  }
  return order;
}

/** Keys, in walking order. Without a hall the order is that of their numbers. */
export function tourOrder(
  posters: readonly Poster[],
  plan: PlanView | null,
  from: Tile | null,
): readonly number[] {
  const sorted = [...posters].sort((a, b) => a.number - b.number);
  if (!plan) return sorted.map((poster) => poster.key);
  const booths = new Map(plan.booths.map((booth) => [booth.number, booth]));
  const cross = crossings(plan);
  const stops = sorted.map((poster): Stop => {
    const booth = booths.get(poster.number);
    return { key: poster.key, at: booth ? standing(booth) : null };
  });
  const far = (a: Stop, b: Stop): number => (a.at && b.at ? hallDistance(a.at, b.at, cross) : 0);
  const order = nearestNext(stops, from, far);
  return (order.length <= MEND_AT_MOST ? mend(order, from, far) : order).map((stop) => stop.key);
}

/** About how long a tour takes on foot, in seconds. */
export function tourSeconds(
  order: readonly Poster[],
  plan: PlanView | null,
  from: Tile | null,
  msPerTile: number,
): number {
  if (!plan) return 0;
  const cross = crossings(plan);
  let tiles = 0;
  let at = from;
  for (const poster of order) {
    const booth = plan.booths.find((each) => each.number === poster.number);
    if (!booth) continue;
    const next = standing(booth);
    if (at) tiles += hallDistance(at, next, cross);
    at = next;
  }
  return Math.round((tiles * msPerTile) / 1000);
}
