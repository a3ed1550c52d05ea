// My own steps, predicted: keys held and a path clicked become a place in pixels, stopped by walls.
// The server checks the same: one tile in 170 ms, never through a blocked tile, never across a corner.
// Pure: time comes as milliseconds passed.

import { facingOf, tileOf, walkable } from './geometry';
import { FACING_DOWN, TILE, WALK_MS_PER_TILE } from './scene_view';
import type { Facing, PlanView, Point } from './scene_view';

/** Pixels a millisecond. */
export const WALK_SPEED = TILE / WALK_MS_PER_TILE;

/** KeyboardEvent.code, so that WASD is a place on the keyboard and not letters. */
const KEY_DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  KeyW: [0, -1],
  ArrowDown: [0, 1],
  KeyS: [0, 1],
  ArrowLeft: [-1, 0],
  KeyA: [-1, 0],
  ArrowRight: [1, 0],
  KeyD: [1, 0],
};

export function isWalkKey(code: string): boolean {
  return code in KEY_DIRECTIONS;
}

/** Longest piece walked at once: shorter than a tile, so that no wall is jumped. */
const STEP = 8;
/** A frame after a sleeping tab walks this long at most. */
const LONGEST_FRAME_MS = 250;

export class Walker {
  private plan_: PlanView | null = null;
  private x_ = 0;
  private y_ = 0;
  private facing_: Facing = FACING_DOWN;
  private walking_ = false;
  private readonly keys_ = new Set<string>();
  private path_: Point[] = [];
  private goal_: Point | null = null;

  get x(): number {
    return this.x_;
  }
  get y(): number {
    return this.y_;
  }
  get facing(): Facing {
    return this.facing_;
  }
  get walking(): boolean {
    return this.walking_;
  }
  /** What is left of the clicked path, from me on; for the picture. */
  get path(): readonly Point[] {
    return this.path_.length === 0 ? [] : [{ x: this.x_, y: this.y_ }, ...this.path_];
  }
  get onPath(): boolean {
    return this.path_.length > 0;
  }

  /** Where the clicked walk leads, or led when it came to its end. Keys, a stop and being placed forget it. */
  get goal(): Point | null {
    return this.goal_;
  }

  setPlan(plan: PlanView): void {
    this.plan_ = plan;
  }

  /** The server says where I am (entering, set down, put right): the walk ends. */
  place(x: number, y: number, facing: Facing): void {
    this.x_ = x;
    this.y_ = y;
    this.facing_ = facing;
    this.stop();
  }

  /** Turns on the spot, to a board or a person. */
  turn(facing: Facing): void {
    if (!this.walking_) this.facing_ = facing;
  }

  /** Any walk key ends a clicked walk. True when the key is one of ours. */
  keyDown(code: string): boolean {
    if (!isWalkKey(code)) return false;
    this.path_ = [];
    this.goal_ = null;
    this.keys_.add(code);
    return true;
  }

  keyUp(code: string): void {
    this.keys_.delete(code);
  }

  /** The window lost the keyboard: nobody tells us of keys let go. */
  releaseKeys(): void {
    this.keys_.clear();
  }

  /** Walks through these points (path.ts wayTo); replaces the walk before. */
  follow(points: readonly Point[]): void {
    this.path_ = [...points];
    this.goal_ = points.at(-1) ?? null;
  }

  stop(): void {
    this.path_ = [];
    this.goal_ = null;
    this.walking_ = false;
  }

  /** True when the place or the facing changed. */
  update(passedMs: number): boolean {
    const before = { x: this.x_, y: this.y_, facing: this.facing_, walking: this.walking_ };
    const ms = Math.min(Math.max(0, passedMs), LONGEST_FRAME_MS);
    const [dx, dy] = this.heldDirection();
    if (dx !== 0 || dy !== 0) this.walkByKeys(dx, dy, ms);
    else if (this.path_.length > 0) this.walkPath(ms);
    else this.walking_ = false;
    return (
      before.x !== this.x_ ||
      before.y !== this.y_ ||
      before.facing !== this.facing_ ||
      before.walking !== this.walking_
    );
  }

  private heldDirection(): readonly [number, number] {
    let dx = 0;
    let dy = 0;
    for (const code of this.keys_) {
      const direction = KEY_DIRECTIONS[code];
      if (direction) {
        dx += direction[0];
        dy += direction[1];
      }
    }
    return [Math.sign(dx), Math.sign(dy)];
  }

  private walkByKeys(dx: number, dy: number, ms: number): void {
    const length = Math.hypot(dx, dy);
    const far = WALK_SPEED * ms;
    const fromX = this.x_;
    const fromY = this.y_;
    this.slide((dx / length) * far, (dy / length) * far);
    this.walking_ = this.x_ !== fromX || this.y_ !== fromY;
    // Against a wall one still looks where one pushes.
    this.facing_ = this.walking_
      ? facingOf(this.x_ - fromX, this.y_ - fromY, this.facing_)
      : facingOf(dx, dy, this.facing_);
  }

  /** Goes as far as walls allow, sliding along them. */
  private slide(dx: number, dy: number): void {
    const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / STEP));
    for (let i = 0; i < pieces; i++) {
      const x = this.x_ + dx / pieces;
      const y = this.y_ + dy / pieces;
      if (this.free(x, y)) {
        this.x_ = x;
        this.y_ = y;
        continue;
      }
      const along = this.free(x, this.y_);
      const down = this.free(this.x_, y);
      if (along) this.x_ = x;
      else this.x_ = toEdge(this.x_, x);
      if (!along && down) this.y_ = y;
      else if (!down) this.y_ = toEdge(this.y_, y);
    }
  }

  /** May the feet go from here to there (a step shorter than a tile)? Across a corner only when both sides are free. */
  private free(x: number, y: number): boolean {
    // The wire carries whole pixels: a place must be free as it is and as it is sent.
    return this.freeTile(x, y) && this.freeTile(Math.round(x), Math.round(y));
  }

  private freeTile(x: number, y: number): boolean {
    if (!this.plan_) return false;
    const from = tileOf({ x: this.x_, y: this.y_ });
    const to = tileOf({ x, y });
    if (!walkable(this.plan_, to.x, to.y)) return false;
    if (from.x === to.x || from.y === to.y) return true;
    return walkable(this.plan_, from.x, to.y) && walkable(this.plan_, to.x, from.y);
  }

  private walkPath(ms: number): void {
    let left = WALK_SPEED * ms;
    const fromX = this.x_;
    const fromY = this.y_;
    while (left > 0) {
      const next = this.path_[0];
      if (!next) break;
      const dx = next.x - this.x_;
      const dy = next.y - this.y_;
      const distance = Math.hypot(dx, dy);
      if (distance <= left) {
        this.x_ = next.x;
        this.y_ = next.y;
        left -= distance;
        this.path_.shift();
      } else {
        this.x_ += (dx / distance) * left;
        this.y_ += (dy / distance) * left;
        left = 0;
      }
    }
    this.walking_ = this.x_ !== fromX || this.y_ !== fromY;
    this.facing_ = facingOf(this.x_ - fromX, this.y_ - fromY, this.facing_);
  }
}

/** Up to the wall in the next tile, and no farther than wanted. */
function toEdge(from: number, to: number): number {
  const tile = Math.floor(from / TILE) * TILE;
  if (to > from) return Math.max(from, Math.min(to, tile + TILE - 1));
  return Math.min(from, Math.max(to, tile));
}
