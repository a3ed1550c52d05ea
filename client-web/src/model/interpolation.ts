// Where others are drawn: a little behind what is known (about 120 ms), so that ten places a second become a walk.
// Pure: times are milliseconds of one steadily running clock.

import { TILE } from './scene_view';
import type { Facing } from './scene_view';

/** How far behind the newest place others are drawn. */
export const BEHIND_MS = 120;
/** Places come ten times a second while somebody moves, and not at all while they stand. */
const SAMPLE_MS = 100;
/** Longer than this between two places of somebody who stood: the walk began just before the second. */
const STANDING_MS = 250;
/** Farther than this between two places is not a walk: they were set down. */
const SNAP_PIXELS = 4 * TILE;
const KEPT = 8;

interface Sample {
  readonly x: number;
  readonly y: number;
  readonly facing: Facing;
  readonly atMs: number;
}

export interface Interpolated {
  readonly x: number;
  readonly y: number;
  readonly facing: Facing;
  readonly walking: boolean;
}

/** One visitor's last known places. */
export class PlaceTrack {
  private samples_: Sample[] = [];

  push(x: number, y: number, facing: Facing, atMs: number): void {
    const last = this.samples_[this.samples_.length - 1];
    if (!last || Math.abs(x - last.x) > SNAP_PIXELS || Math.abs(y - last.y) > SNAP_PIXELS) {
      this.samples_ = [{ x, y, facing, atMs }];
      return;
    }
    if (last.x === x && last.y === y && last.facing === facing) return;
    let at = Math.max(atMs, last.atMs);
    if (at - last.atMs > STANDING_MS) {
      this.samples_.push({ ...last, atMs: at - SAMPLE_MS });
    } else if (at - last.atMs < 1) {
      this.samples_.pop();
      at = last.atMs;
    }
    this.samples_.push({ x, y, facing, atMs: at });
    if (this.samples_.length > KEPT) this.samples_.splice(0, this.samples_.length - KEPT);
  }

  /** The newest place, not drawn yet: for distances and conversations. */
  get latest(): Interpolated | null {
    const last = this.samples_[this.samples_.length - 1];
    return last ? { x: last.x, y: last.y, facing: last.facing, walking: false } : null;
  }

  /** Nothing more to come from what is known: drawing again later shows the same. */
  settled(nowMs: number): boolean {
    const last = this.samples_[this.samples_.length - 1];
    return !last || last.atMs <= nowMs - BEHIND_MS;
  }

  at(nowMs: number): Interpolated | null {
    const samples = this.samples_;
    const time = nowMs - BEHIND_MS;
    const first = samples[0];
    const last = samples[samples.length - 1];
    if (!first || !last) return null;
    if (time >= last.atMs || samples.length === 1)
      return { x: last.x, y: last.y, facing: last.facing, walking: false };
    if (time <= first.atMs) return { x: first.x, y: first.y, facing: first.facing, walking: false };
    let i = samples.length - 1;
    while (i > 0 && (samples[i - 1]?.atMs ?? 0) > time) i--;
    const b = samples[i] ?? last;
    const a = samples[i - 1] ?? first;
    const part = (time - a.atMs) / Math.max(1, b.atMs - a.atMs);
    const moving = a.x !== b.x || a.y !== b.y;
    return {
      x: a.x + (b.x - a.x) * part,
      y: a.y + (b.y - a.y) * part,
      facing: moving ? b.facing : a.facing,
      walking: moving,
    };
  }
}

/** All the others, by visitor id. */
export class PlaceTracks {
  private readonly tracks_ = new Map<number, PlaceTrack>();

  push(id: number, x: number, y: number, facing: Facing, atMs: number): void {
    let track = this.tracks_.get(id);
    if (!track) {
      track = new PlaceTrack();
      this.tracks_.set(id, track);
    }
    track.push(x, y, facing, atMs);
  }

  at(id: number, nowMs: number): Interpolated | null {
    return this.tracks_.get(id)?.at(nowMs) ?? null;
  }

  latest(id: number): Interpolated | null {
    return this.tracks_.get(id)?.latest ?? null;
  }

  /** True while somebody is still on the way to their newest place. */
  moving(nowMs: number): boolean {
    for (const track of this.tracks_.values()) if (!track.settled(nowMs)) return true;
    return false;
  }

  remove(id: number): void {
    this.tracks_.delete(id);
  }

  clear(): void {
    this.tracks_.clear();
  }
}
