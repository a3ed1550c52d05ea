// The tiles' pictures: those wanted are fetched, a few at a time; those no longer wanted are not. Owns: the images.

import type { Tile } from './tile_pyramid';

const AT_ONCE = 6;
/** Kept besides those wanted: going back shows them at once. 512 x 512 x 4 bytes each. */
const KEPT = 96;
/** While one zooms or pans on, what is passed by is not fetched. */
const SETTLE_MS = 70;

interface Held {
  readonly tile: Tile;
  readonly image: HTMLImageElement;
  ready: boolean;
}

export class TilePictures {
  private readonly held_ = new Map<string, Held>();
  private readonly failed_ = new Set<string>();
  private wanted_: readonly Tile[] = [];
  private settle_: ReturnType<typeof setTimeout> | undefined;

  /** `changed`: one came, or cannot be had. */
  constructor(private readonly changed_: () => void) {}

  /** In the order in which they are needed. */
  want(tiles: readonly Tile[]): void {
    this.wanted_ = tiles;
    const urls = new Set(tiles.map((tile) => tile.url));
    for (const [url, held] of this.held_) {
      if (held.ready || urls.has(url)) continue;
      held.image.src = '';
      this.held_.delete(url);
    }
    clearTimeout(this.settle_);
    this.settle_ = setTimeout(() => this.fetch(), SETTLE_MS);
  }

  /** All of them are there, or cannot be had. */
  complete(tiles: readonly Tile[]): boolean {
    return tiles.every(({ url }) => this.held_.get(url)?.ready === true || this.failed_.has(url));
  }

  /** Those that can be painted, the coarse ones first. */
  ready(): readonly Held[] {
    return [...this.held_.values()].filter((held) => held.ready).sort((a, b) => a.tile.level - b.tile.level);
  }

  destroy(): void {
    clearTimeout(this.settle_);
    for (const { image, ready } of this.held_.values()) if (!ready) image.src = '';
    this.held_.clear();
    this.wanted_ = [];
  }

  private fetch(): void {
    let under = [...this.held_.values()].filter((held) => !held.ready).length;
    for (const tile of this.wanted_) {
      if (under >= AT_ONCE) return;
      if (this.held_.has(tile.url) || this.failed_.has(tile.url)) continue;
      under += 1;
      void this.load(tile);
    }
    this.forget();
  }

  private async load(tile: Tile): Promise<void> {
    const held: Held = { tile, image: new Image(), ready: false };
    this.held_.set(tile.url, held);
    held.image.decoding = 'async';
    held.image.src = tile.url;
    const came = await held.image.decode().then(
      () => true,
      () => false,
    );
    // Given up meanwhile: not a failure.
    if (this.held_.get(tile.url) !== held) return;
    if (came) held.ready = true;
    else {
      this.held_.delete(tile.url);
      this.failed_.add(tile.url);
    }
    this.fetch();
    this.changed_();
  }

  /** The oldest go first; a Map keeps the order in which they came. */
  private forget(): void {
    const wanted = new Set(this.wanted_.map((tile) => tile.url));
    for (const url of this.held_.keys()) {
      if (this.held_.size <= KEPT + wanted.size) return;
      if (!wanted.has(url)) this.held_.delete(url);
    }
  }
}
