// Who is around: the people in the 3 x 3 block of cells one watches, and where they are drawn.
// Frames only say who changed; a snapshot says everybody. Names come separately (profiles.ts).

import { PlaceTracks } from './interpolation';
import { Observed } from './observed';
import { unpackPlace } from './place';
import { TILE } from './scene_view';
import type { Facing } from './scene_view';

export const CELL_TILES_WIDE = 24;
export const CELL_TILES_HIGH = 16;

export interface VisitorNow {
  readonly id: number;
  readonly sequence: number;
  readonly x: number;
  readonly y: number;
  readonly facing: Facing;
  readonly away: boolean;
  readonly listMode: boolean;
}

/** A decoded state frame; records are pairs of words, as on the wire. */
export interface FrameContent {
  readonly step: number;
  readonly centreCell: number;
  readonly snapshot: boolean;
  readonly records: ArrayLike<number>;
  readonly gone: ArrayLike<number>;
}

export function cellColumn(x: number): number {
  return Math.floor(x / (CELL_TILES_WIDE * TILE));
}

export function cellRow(y: number): number {
  return Math.floor(y / (CELL_TILES_HIGH * TILE));
}

/** Is a place in the block of cells around `centreCell` (row * 65536 + column)? */
export function inBlock(centreCell: number, x: number, y: number): boolean {
  const column = centreCell % 65536;
  const row = Math.floor(centreCell / 65536);
  return Math.abs(cellColumn(x) - column) <= 1 && Math.abs(cellRow(y) - row) <= 1;
}

export class Visitors extends Observed {
  private readonly byId_ = new Map<number, VisitorNow>();
  readonly tracks = new PlaceTracks();
  private me_ = 0;
  private centreCell_ = 0;
  private frames_ = 0;
  /** My own record as the server has it; set by whoever moves me. */
  onOwnRecord: ((record: VisitorNow) => void) | null = null;
  /** Ids never seen before: their names are wanted. */
  onNew: ((ids: readonly number[]) => void) | null = null;

  get me(): number {
    return this.me_;
  }
  get centreCell(): number {
    return this.centreCell_;
  }
  /** How many frames were applied; for tests and pictures to wait on. */
  get frames(): number {
    return this.frames_;
  }
  get size(): number {
    return this.byId_.size;
  }

  reset(me: number): void {
    this.me_ = me;
    this.byId_.clear();
    this.tracks.clear();
    this.changed();
  }

  get(id: number): VisitorNow | null {
    return this.byId_.get(id) ?? null;
  }

  all(): IterableIterator<VisitorNow> {
    return this.byId_.values();
  }

  apply(frame: FrameContent, nowMs: number): void {
    this.frames_ += 1;
    this.centreCell_ = frame.centreCell;
    const fresh: number[] = [];
    const seen = frame.snapshot ? new Set<number>() : null;
    let membership = false;
    for (let i = 0; i + 1 < frame.records.length; i += 2) {
      const head = frame.records[i] ?? 0;
      const id = head >>> 8;
      seen?.add(id);
      const place = unpackPlace(frame.records[i + 1] ?? 0);
      const known = this.byId_.has(id);
      const record: VisitorNow = { id, sequence: head & 0xff, ...place };
      if (id === this.me_) this.onOwnRecord?.(record);
      else if (!inBlock(frame.centreCell, record.x, record.y)) continue;
      this.byId_.set(id, record);
      this.tracks.push(id, record.x, record.y, record.facing, nowMs);
      if (!known) {
        membership = true;
        fresh.push(id);
      }
    }
    for (let i = 0; i < frame.gone.length; i++) membership = this.drop(frame.gone[i] ?? 0) || membership;
    for (const [id, record] of this.byId_) {
      const left = seen ? !seen.has(id) : !inBlock(frame.centreCell, record.x, record.y);
      if (id !== this.me_ && left) membership = this.drop(id) || membership;
    }
    if (fresh.length > 0) this.onNew?.(fresh);
    if (membership) this.changed();
  }

  private drop(id: number): boolean {
    this.tracks.remove(id);
    return this.byId_.delete(id);
  }
}
