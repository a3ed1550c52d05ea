// What the people at the booth where I stand point at on its poster, and the part of it its presenters look at. State:
// the last word counts. Places are parts (0..1) of the poster's width and height.

import { Observed } from './observed';

export interface PosterPoint {
  readonly x: number;
  readonly y: number;
}

/** A part of the poster: its top left corner and size. */
export interface PosterPart extends PosterPoint {
  readonly w: number;
  readonly h: number;
}

export interface Pointer extends PosterPoint {
  readonly person: number;
  readonly presents: boolean;
}

export interface SharedView extends PosterPart {
  readonly person: number;
}

/** As booth.proto has it. */
interface Told {
  readonly booth: number;
  readonly person: readonly number[];
  readonly place: readonly number[];
  readonly presenting: number;
  readonly views: readonly { readonly person: number; readonly centre: number; readonly extent: number }[];
}

const UNIT = 65535;

/** Two numbers from 0 to 1 as one word: the first 16 bits are the first's. */
export function packPair(x: number, y: number): number {
  const part = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * UNIT);
  return ((part(x) << 16) | part(y)) >>> 0;
}

function unpack(word: number): PosterPoint {
  return { x: (word >>> 16) / UNIT, y: (word & UNIT) / UNIT };
}

export class Pointing extends Observed {
  private booth_ = 0;
  private pointers_: readonly Pointer[] = [];
  private views_: readonly SharedView[] = [];

  /** Who presents there first. Mine may be among them. */
  pointersAt(booth: number): readonly Pointer[] {
    return booth === this.booth_ ? this.pointers_ : [];
  }

  /** The presenter who moved last first. */
  viewsAt(booth: number): readonly SharedView[] {
    return booth === this.booth_ ? this.views_ : [];
  }

  told(state: Told): void {
    this.booth_ = state.booth;
    this.pointers_ = state.person.map((person, i) => ({
      person,
      ...unpack(state.place[i] ?? 0),
      presents: i < state.presenting,
    }));
    this.views_ = state.views.map(({ person, centre, extent }) => {
      const middle = unpack(centre);
      const size = unpack(extent);
      return { person, x: middle.x - size.x / 2, y: middle.y - size.y / 2, w: size.x, h: size.y };
    });
    this.changed();
  }

  /** I stand at this booth now (0 = at none): what was told of another is over. */
  stoodAt(booth: number): void {
    if (booth !== this.booth_ && this.booth_ !== 0) this.reset();
  }

  reset(): void {
    this.booth_ = 0;
    this.pointers_ = [];
    this.views_ = [];
    this.changed();
  }
}
