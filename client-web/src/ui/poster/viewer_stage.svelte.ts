// How the poster's picture lies in its frame, and who moves it: by oneself, or by whose view one follows.
// Runs on: the page's thread. Owns: zoom and place.

import type { PosterPart } from '../../model/pointing';
import type { Poster } from '../../model/values';
import type { TileSource } from './tile_pyramid';
import type { ViewerMove } from './viewer_keys';
import {
  clamp,
  fitBeside,
  fitWidth,
  inView,
  panBy,
  placeUnder,
  reach,
  showPart,
  zoomAt,
} from './viewer_transform';
import type { Shown, Size } from './viewer_transform';

/** Parts are told in 65,536ths. */
const WHOLE = 0.999;

export class ViewerStage {
  frame = $state.raw<Size>({ w: 0, h: 0 });
  /** The buttons over the picture, with the gap around them. */
  tools = $state.raw<Size>({ w: 0, h: 0 });
  /** What lies along the frame's head on a phone. */
  head = $state(0);
  /** The preview's own size, once it is loaded. */
  natural = $state.raw<Size>({ w: 0, h: 0 });
  shown = $state.raw<Shown>({ scale: 1, x: 0, y: 0 });
  /** Whose view I follow, 0 = nobody's. */
  followed = $state(0);
  private fitted_ = $state(true);
  private sized_ = 0;

  /** What is zoomed: the file's own size, else the preview's. */
  readonly picture = $derived.by<Size>(() => {
    const source = this.source_();
    if (source) return source.size;
    if (this.natural.w > 0) return this.natural;
    const { width, height } = this.poster_();
    return { w: Math.max(1, width), h: Math.max(1, height) };
  });
  readonly part = $derived(inView(this.shown, this.picture, this.frame));

  constructor(
    private readonly poster_: () => Poster,
    private readonly source_: () => TileSource | null,
    private readonly phone_: () => boolean,
  ) {}

  /** The frame, the picture or what lies over them has another size. */
  resized(): void {
    if (this.frame.w === 0) return;
    // The tiles came while one was reading: the same part stays in view.
    const same = this.sized_ > 0 ? this.sized_ / this.picture.w : 1;
    this.sized_ = this.picture.w;
    this.shown = this.fitted_
      ? this.wholeOf()
      : clamp({ ...this.shown, scale: this.shown.scale * same }, this.picture, this.frame);
  }

  /** Nothing lies over the poster while the whole of it is shown. */
  private wholeOf(): Shown {
    return fitBeside(this.picture, this.frame, this.tools, this.phone_(), this.head);
  }

  /** Whoever moves the picture looks by themselves. */
  private byMyself(): void {
    this.fitted_ = false;
    this.followed = 0;
  }

  whole(): void {
    this.fitted_ = true;
    this.followed = 0;
    this.shown = this.wholeOf();
  }

  zoom(by: number, x = this.frame.w / 2, y = this.frame.h / 2): void {
    this.byMyself();
    this.shown = zoomAt(this.shown, by, x, y, this.picture, this.frame);
  }

  pan(dx: number, dy: number): void {
    this.byMyself();
    this.shown = panBy(this.shown, dx, dy, this.picture, this.frame);
  }

  /** In the size of the file, around the middle of what is seen. */
  actual(): void {
    this.zoom(1 / this.shown.scale);
  }

  move(move: ViewerMove): void {
    switch (move.kind) {
      case 'zoom':
        return this.zoom(move.by);
      case 'pan':
        return this.pan(move.dx, move.dy);
      case 'whole':
        return this.whole();
      case 'actual':
        return this.actual();
      case 'width':
        this.byMyself();
        this.shown = fitWidth(this.picture, this.frame);
    }
  }

  show(part: PosterPart): void {
    this.byMyself();
    this.shown = showPart(part, this.picture, this.frame);
  }

  /** As somebody else looks at it; their whole poster is mine, with nothing over it. */
  showTheirs(part: PosterPart): void {
    this.fitted_ = part.w > WHOLE && part.h > WHOLE;
    this.shown = this.fitted_ ? this.wholeOf() : showPart(part, this.picture, this.frame, 1);
  }

  /** That place (0..1) in the middle. */
  centre(x: number, y: number): void {
    this.byMyself();
    const { frame, picture, shown } = this;
    const at = {
      ...shown,
      x: frame.w / 2 - x * picture.w * shown.scale,
      y: frame.h / 2 - y * picture.h * shown.scale,
    };
    this.shown = clamp(at, picture, frame);
  }

  /** Moves no farther than it takes for that place (0..1) to be seen. */
  keepInView(at: { x: number; y: number }): void {
    const by = reach(at, this.shown, this.picture, this.frame);
    if (by.dx !== 0 || by.dy !== 0) this.pan(by.dx, by.dy);
  }

  /** The place (0..1) under a point of the frame. */
  under(x: number, y: number): { x: number; y: number } | null {
    return placeUnder(x, y, this.shown, this.picture);
  }
}
