// Pictures baked once on a canvas and kept as textures: everything the hall shows is one of them. Sizes are hall or CSS
// pixels; `scale` says how many device pixels each gets, so that a picture is sharp at the zoom it is made for.
// Runs on: the page's thread. Owns: the textures, until they are pushed out or clear() is called.

import { CanvasSource, Texture } from 'pixi.js';
import type { Pen } from './art/pen';
import type { Palette } from './palette';

export interface Picture {
  readonly w: number;
  readonly h: number;
  readonly scale: number;
  draw(pen: Pen): void;
}

export function bakeCanvas(palette: Palette, picture: Picture): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.ceil(picture.w * picture.scale));
  canvas.height = Math.max(1, Math.ceil(picture.h * picture.scale));
  const g = canvas.getContext('2d');
  if (g) {
    g.scale(picture.scale, picture.scale);
    picture.draw({ g, palette });
  }
  return canvas;
}

interface Entry {
  texture: Texture;
  version: string;
  used: number;
  readonly bytes: number;
}

/** How long one frame may bake before the rest waits for the next: a long pan stays smooth. */
const BAKE_MS = 5;

export class Baker {
  private readonly entries_ = new Map<string, Entry>();
  private frame_ = 0;
  private spent_ = 0;
  private baked_ = 0;
  private bytes_ = 0;
  private patient_ = true;
  private waiting_ = false;

  constructor(private palette_: Palette) {}

  get palette(): Palette {
    return this.palette_;
  }

  /** Something was not baked in this frame and wants another one. */
  get waiting(): boolean {
    return this.waiting_;
  }

  /** How many pictures this frame baked. */
  get baked(): number {
    return this.baked_;
  }

  /** `patient` false: bakes whatever is wanted, however long it takes (pictures for tests). */
  beginFrame(patient: boolean): void {
    this.frame_++;
    this.spent_ = 0;
    this.baked_ = 0;
    this.waiting_ = false;
    this.patient_ = patient;
  }

  /** A small picture: always baked at once. */
  need(key: string, picture: () => Picture): Texture {
    return this.entry(key, '', picture).texture;
  }

  /**
   * A large picture of which a version may wait: while it does, the version before is shown (null: none yet).
   * The same key with another version replaces the picture.
   */
  want(key: string, version: string, picture: () => Picture): Texture | null {
    const known = this.entries_.get(key);
    if (known?.version === version) {
      known.used = this.frame_;
      return known.texture;
    }
    if (this.patient_ && this.spent_ > BAKE_MS) {
      this.waiting_ = true;
      if (known) known.used = this.frame_;
      return known?.texture ?? null;
    }
    return this.entry(key, version, picture).texture;
  }

  /** What is there under a key, whatever its version. */
  peek(key: string): Texture | null {
    const known = this.entries_.get(key);
    if (!known) return null;
    known.used = this.frame_;
    return known.texture;
  }

  /** Pushes out what was not used for longest while there is more than `mostBytes`; never what this frame shows. */
  sweep(mostBytes: number): void {
    if (this.bytes_ <= mostBytes) return;
    const old = [...this.entries_].filter(([, entry]) => entry.used < this.frame_ - 1);
    old.sort((a, b) => a[1].used - b[1].used);
    for (const [key, entry] of old) {
      if (this.bytes_ <= mostBytes) return;
      this.drop(entry);
      this.entries_.delete(key);
    }
  }

  clear(palette: Palette = this.palette_): void {
    this.palette_ = palette;
    for (const entry of this.entries_.values()) this.drop(entry);
    this.entries_.clear();
  }

  private entry(key: string, version: string, picture: () => Picture): Entry {
    const known = this.entries_.get(key);
    if (known?.version === version) {
      known.used = this.frame_;
      return known;
    }
    const began = performance.now();
    const made = picture();
    const canvas = bakeCanvas(this.palette_, made);
    const source = new CanvasSource({ resource: canvas, resolution: made.scale, scaleMode: 'linear' });
    const entry = {
      texture: new Texture({ source }),
      version,
      used: this.frame_,
      bytes: canvas.width * canvas.height * 4,
    };
    if (known) this.drop(known);
    this.bytes_ += entry.bytes;
    this.entries_.set(key, entry);
    this.spent_ += performance.now() - began;
    this.baked_++;
    return entry;
  }

  private drop(entry: Entry): void {
    this.bytes_ -= entry.bytes;
    entry.texture.destroy(true);
  }
}
