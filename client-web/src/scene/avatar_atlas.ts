// Every look once, in pages of 512 x 512 art pixels: eight figures a look (four sides, stand and step) in one row. An
// avatar is one sprite; three hundred different ones share a few textures.
// Runs on: the page's thread. Owns: the pages and their textures.

import { CanvasSource, Rectangle, Texture } from 'pixi.js';
import { composeAvatar } from '../model/avatar_art';
import { ART_HEIGHT, ART_WIDTH } from '../model/avatar_figure';
import type { AvatarPalette } from '../model/avatar_figure';
import { decodeLook, lookKey } from '../model/avatar_look';
import type { Facing } from '../model/scene_view';

const PAGE = 512;
const FRAMES = 8;
const STRIP = ART_WIDTH * FRAMES;
const COLUMNS = Math.floor(PAGE / STRIP);
const ROWS = Math.floor(PAGE / ART_HEIGHT);
const LOOKS_A_PAGE = COLUMNS * ROWS;
/** More pages than any view needs: then the one unused for longest starts anew. */
const MOST_PAGES = 12;
const FACINGS: readonly Facing[] = [0, 1, 2, 3];

interface Page {
  readonly context: CanvasRenderingContext2D | null;
  readonly source: CanvasSource;
  readonly keys: string[];
  filled: number;
  used: number;
  changed: boolean;
}

interface Look {
  readonly page: Page;
  readonly frames: readonly Texture[];
}

export class AvatarAtlas {
  private readonly pages_: Page[] = [];
  private readonly looks_ = new Map<string, Look>();
  /** The bytes' own identity finds the look without making its key again. */
  private readonly byBytes_ = new WeakMap<Uint8Array, string>();
  private frame_ = 0;

  constructor(private readonly palette_: AvatarPalette) {}

  beginFrame(): void {
    this.frame_++;
  }

  frame(look: Uint8Array, facing: Facing, step: boolean): Texture {
    const found = this.look(look);
    found.page.used = this.frame_;
    return found.frames[facing * 2 + (step ? 1 : 0)] ?? Texture.EMPTY;
  }

  /** After all avatars of a frame were asked for: what is new goes to the graphics card once. */
  upload(): void {
    for (const page of this.pages_) {
      if (page.changed) page.source.update();
      page.changed = false;
    }
  }

  destroy(): void {
    for (const look of this.looks_.values()) for (const frame of look.frames) frame.destroy();
    for (const page of this.pages_) page.source.destroy();
    this.looks_.clear();
    this.pages_.length = 0;
  }

  private look(bytes: Uint8Array): Look {
    let key = this.byBytes_.get(bytes);
    if (key === undefined) {
      key = lookKey(bytes);
      this.byBytes_.set(bytes, key);
    }
    return this.looks_.get(key) ?? this.compose(key, bytes);
  }

  private compose(key: string, bytes: Uint8Array): Look {
    const page = this.pageWithRoom();
    const left = (page.filled % COLUMNS) * STRIP;
    const top = Math.floor(page.filled / COLUMNS) * ART_HEIGHT;
    page.filled++;
    page.keys.push(key);
    page.changed = true;
    const look = decodeLook(bytes);
    const frames: Texture[] = [];
    for (const facing of FACINGS) {
      for (const step of [false, true]) {
        const x = left + frames.length * ART_WIDTH;
        const pixels = composeAvatar(look, facing, step, this.palette_);
        page.context?.putImageData(new ImageData(pixels, ART_WIDTH, ART_HEIGHT), x, top);
        frames.push(
          new Texture({ source: page.source, frame: new Rectangle(x, top, ART_WIDTH, ART_HEIGHT) }),
        );
      }
    }
    const made = { page, frames };
    this.looks_.set(key, made);
    return made;
  }

  private pageWithRoom(): Page {
    const free = this.pages_.find((page) => page.filled < LOOKS_A_PAGE);
    if (free) return free;
    const [oldest] = [...this.pages_].sort((a, b) => a.used - b.used);
    const reusable = oldest && this.pages_.length >= MOST_PAGES && oldest.used < this.frame_;
    return reusable ? this.emptied(oldest) : this.newPage();
  }

  private newPage(): Page {
    const canvas = document.createElement('canvas');
    canvas.width = PAGE;
    canvas.height = PAGE;
    const source = new CanvasSource({ resource: canvas, scaleMode: 'nearest' });
    const page = {
      context: canvas.getContext('2d'),
      source,
      keys: [],
      filled: 0,
      used: this.frame_,
      changed: true,
    };
    this.pages_.push(page);
    return page;
  }

  private emptied(page: Page): Page {
    for (const key of page.keys) {
      for (const frame of this.looks_.get(key)?.frames ?? []) frame.destroy();
      this.looks_.delete(key);
    }
    page.keys.length = 0;
    page.filled = 0;
    page.context?.clearRect(0, 0, PAGE, PAGE);
    return page;
  }
}
