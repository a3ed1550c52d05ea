// What the pointer rests on: found again when the picture moves under it.
// Runs on: the page's thread. Owns: the canvas's cursor.

import type { ScenePick } from '../model/hall_picture';
import type { Point } from '../model/scene_view';
import { Listeners } from './listeners';

export class Hover {
  readonly listeners = new Listeners<ScenePick | null>();
  private at_: Point | null = null;
  private over_: ScenePick | null = null;

  constructor(
    private readonly canvas_: HTMLCanvasElement,
    private readonly pick_: (at: Point) => ScenePick | null,
  ) {}

  get over(): ScenePick | null {
    return this.over_;
  }

  /** True when another person is pointed at than before, or none any more: their tag changes. */
  moveTo(at: Point | null): boolean {
    this.at_ = at;
    return this.refresh();
  }

  refresh(): boolean {
    const pick = this.at_ ? this.pick_(this.at_) : null;
    if (sameThing(pick, this.over_)) return false;
    const tagChanges = pick?.kind === 'visitor' || this.over_?.kind === 'visitor';
    this.over_ = pick;
    this.canvas_.style.cursor = pick && leadsSomewhere(pick) ? 'pointer' : 'default';
    this.listeners.tell(pick);
    return tagChanges;
  }
}

function leadsSomewhere(pick: ScenePick): boolean {
  return pick.kind === 'visitor' || pick.kind === 'door' || (pick.kind === 'booth' && pick.part === 'wall');
}

function sameThing(a: ScenePick | null, b: ScenePick | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  if (a.kind === 'visitor' && b.kind === 'visitor') return a.id === b.id;
  if (a.kind === 'booth' && b.kind === 'booth') return a.number === b.number && a.part === b.part;
  if (a.kind === 'door' && b.kind === 'door') return a.room === b.room;
  if (a.kind === 'table' && b.kind === 'table') return a.index === b.index;
  return a.tile.x === b.tile.x && a.tile.y === b.tile.y;
}
