// Where labels go: a tag under the feet that never covers a head (it moves down, then drops a level), a bubble above the
// head or, where that would cover a board, beside it. Pure: screen pixels.

import { overlaps } from '../model/geometry_floor';
import type { Rect } from '../model/geometry';
import type { BubbleSide, Size } from './art/label_art';
import type { TagLevel } from './tag_levels';

export interface TagRequest {
  readonly id: number;
  /** Between the feet. */
  readonly x: number;
  readonly y: number;
  readonly level: TagLevel;
  /** Shown however full it is: me, who is singled out, who presents. */
  readonly always?: boolean;
  /** The tag's size at each level it may have; index = level. */
  readonly sizes: readonly (Size | null)[];
}

export interface TagPlace {
  readonly id: number;
  readonly level: TagLevel;
  /** Pixels below its usual place, and to the right of it. */
  readonly down: number;
  readonly aside: number;
}

/** Usual distance from the feet to the tag. */
export const TAG_GAP = 3;
/** A tag that is always shown may hang lower before it covers anything. */
const FARTHEST_ALWAYS = 64;
/** Farther away a tag seems to be somebody else's: sooner for the many than for the few that matter. */
const FARTHEST_OTHERS = 16;
const FARTHEST = 32;

/** Moves to try, the smallest first: down before sideways. */
const MOVES: readonly { readonly down: number; readonly aside: number; readonly cost: number }[] = [
  0, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64,
]
  .flatMap((down) =>
    [0, -8, 8, -16, 16, -22, 22].map((aside) => ({ down, aside, cost: down + Math.abs(aside) * 1.05 })),
  )
  .sort((a, b) => a.cost - b.cost);

export interface Head {
  readonly id: number;
  readonly rect: Rect;
}

/** Important tags first: they choose, the others find room or drop. */
export function placeTags(
  requests: readonly TagRequest[],
  heads: readonly Head[],
  taken: readonly Rect[],
): TagPlace[] {
  const ordered = [...requests].sort(
    (a, b) =>
      Number(b.always ?? false) - Number(a.always ?? false) || b.level - a.level || b.y - a.y || a.id - b.id,
  );
  const grid = new RectGrid();
  for (const head of heads) grid.add(head.rect, head.id);
  for (const rect of taken) grid.add(rect, -1);
  const places: TagPlace[] = [];
  for (const request of ordered) {
    const place = placeTag(request, grid) ?? (request.always ? placeAnyhow(request, grid) : null);
    if (place) {
      places.push({ id: request.id, level: place.level, down: place.down, aside: place.aside });
      grid.add(place.rect, -1);
    }
  }
  return places;
}

type Found = Omit<TagPlace, 'id'> & { rect: Rect };

function placeTag(request: TagRequest, grid: RectGrid): Found | null {
  for (let level = request.level; level > 0; level = (level - 1) as TagLevel) {
    const size = request.sizes[level];
    if (!size) continue;
    const farthest = request.always ? FARTHEST_ALWAYS : level > 1 ? FARTHEST : FARTHEST_OTHERS;
    for (const { down, aside, rect } of tries(request, size, farthest)) {
      if (!grid.hits(rect, request.id)) return { level, down, aside, rect };
    }
  }
  return null;
}

/** Where it covers least, as small as it gets: among forty there may be no free place under anybody's feet. */
function placeAnyhow(request: TagRequest, grid: RectGrid): Found | null {
  const level = Math.min(request.level, 2) as TagLevel;
  const size = request.sizes[level];
  if (!size) return null;
  let best: Found | null = null;
  let least = Infinity;
  for (const { down, aside, rect } of tries(request, size, FARTHEST_ALWAYS)) {
    const covers = grid.covered(rect, request.id);
    if (covers >= least) continue;
    least = covers;
    best = { level, down, aside, rect };
  }
  return best;
}

function* tries(request: TagRequest, size: Size, farthest: number): Generator<Omit<Found, 'level'>> {
  for (const { down, aside, cost } of MOVES) {
    // It stays under its own feet.
    if (cost > farthest || Math.abs(aside) > size.w / 2 - 8) continue;
    const x = request.x - size.w / 2 + aside;
    yield { down, aside, rect: { x, y: request.y + TAG_GAP + down, w: size.w, h: size.h } };
  }
}

const CELL = 96;

/** Rectangles found again by place, so that a crowd costs no square. */
class RectGrid {
  private readonly cells_ = new Map<number, { rect: Rect; owner: number }[]>();

  add(rect: Rect, owner: number): void {
    this.each(rect, (key) => {
      const cell = this.cells_.get(key);
      if (cell) cell.push({ rect, owner });
      else this.cells_.set(key, [{ rect, owner }]);
      return false;
    });
  }

  hits(rect: Rect, owner: number): boolean {
    return this.each(rect, (key) =>
      (this.cells_.get(key) ?? []).some((one) => one.owner !== owner && overlaps(one.rect, rect)),
    );
  }

  /** The area of what it would lie on; what spans several cells counts once. */
  covered(rect: Rect, owner: number): number {
    const under = new Map<Rect, number>();
    this.each(rect, (key) => {
      for (const one of this.cells_.get(key) ?? [])
        if (one.owner !== owner) under.set(one.rect, common(one.rect, rect));
      return false;
    });
    return [...under.values()].reduce((sum, area) => sum + area, 0);
  }

  private each(rect: Rect, visit: (key: number) => boolean): boolean {
    for (let cy = Math.floor(rect.y / CELL); cy <= Math.floor((rect.y + rect.h) / CELL); cy++) {
      for (let cx = Math.floor(rect.x / CELL); cx <= Math.floor((rect.x + rect.w) / CELL); cx++) {
        if (visit(cy * 4096 + cx)) return true;
      }
    }
    return false;
  }
}

export interface BubbleRequest {
  readonly id: number;
  readonly x: number;
  /** Feet; the head is `headHeight` above. */
  readonly y: number;
  readonly headHeight: number;
  readonly sizes: Readonly<Record<BubbleSide, Size>>;
}

export interface BubblePlace {
  readonly id: number;
  readonly side: BubbleSide;
  readonly rect: Rect;
}

/** Places to try, the best first: above, beside the head, beside it a little higher or lower. */
const TRIES: readonly { readonly side: BubbleSide; readonly down: number }[] = [
  { side: 'above', down: 0 },
  { side: 'right', down: 0 },
  { side: 'left', down: 0 },
  { side: 'right', down: -15 },
  { side: 'left', down: -15 },
  { side: 'right', down: 14 },
  { side: 'left', down: 14 },
];
/** How far the box keeps from the feet's column when it stands beside the head. */
const ASIDE = 22;

/** What a pixel of a bubble's box costs where it covers something. */
const COST = { board: 8, bubble: 6, outside: 10, head: 14 } as const;
/** A bubble that would lie on a nearer one by more than this part of itself stays away; its words are in the log. */
const MOST_COVERED = 0.08;

export function placeBubbles(
  requests: readonly BubbleRequest[],
  boards: readonly Rect[],
  heads: readonly Head[],
  view: Rect,
): BubblePlace[] {
  const placed: BubblePlace[] = [];
  for (const request of requests) {
    let best: BubblePlace | null = null;
    let least = Infinity;
    const others = heads.filter((head) => head.id !== request.id).map((head) => head.rect);
    const taken = placed.map((one) => one.rect);
    TRIES.forEach(({ side, down }, order) => {
      const rect = bubbleRect(request, side, down);
      const cost =
        order * 40 +
        COST.board * covered(rect, boards) +
        COST.bubble * covered(rect, taken) +
        COST.head * covered(rect, others) +
        COST.outside * (rect.w * rect.h - common(rect, view));
      if (cost < least && covered(rect, taken) <= MOST_COVERED * rect.w * rect.h) {
        least = cost;
        best = { id: request.id, side, rect };
      }
    });
    if (best) placed.push(best);
  }
  return placed;
}

function bubbleRect(request: BubbleRequest, side: BubbleSide, down: number): Rect {
  const { w, h } = request.sizes[side];
  const top = request.y - request.headHeight + down;
  switch (side) {
    case 'above':
      return { x: request.x - w / 2, y: top - h - 8, w, h };
    case 'right':
      return { x: request.x + ASIDE, y: top + 8, w, h };
    case 'left':
      return { x: request.x - ASIDE - w, y: top + 8, w, h };
  }
}

function common(a: Rect, b: Rect): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

function covered(rect: Rect, by: readonly Rect[]): number {
  let area = 0;
  for (const each of by) area += common(rect, each);
  return area;
}
