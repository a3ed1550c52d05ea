// Pointing at the poster of the booth I stand at, and showing the part of it I look at: at most 20 of each a second, the
// last one counts. Made by who shows a poster (ui/poster/PosterViewer).

import type { Visit } from './visit';
import type { HallModel } from '../model/hall_model';
import { packPair } from '../model/pointing';
import type { PosterPart } from '../model/pointing';

const EVERY_MS = 50;

/** The first at once, then the latest each time. */
class Latest {
  private next_: (() => void) | null = null;
  private timer_: ReturnType<typeof setTimeout> | null = null;

  send(it: () => void): void {
    this.next_ = it;
    if (this.timer_ === null) this.turn();
  }

  private turn(): void {
    const it = this.next_;
    this.next_ = null;
    this.timer_ = it ? setTimeout(() => this.turn(), EVERY_MS) : null;
    it?.();
  }
}

export class PointingIntents {
  private readonly pointer_ = new Latest();
  private readonly view_ = new Latest();
  private shown_: { readonly booth: number; readonly part: PosterPart } | null = null;

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Pick<Visit, 'tell'>,
  ) {}

  at(x: number, y: number): void {
    const { booth } = this.model_.conversation;
    if (booth === 0) return;
    this.pointer_.send(() =>
      this.visit_.tell({ case: 'point', value: { booth, place: packPair(x, y), gone: false } }),
    );
  }

  noMore(): void {
    const { booth } = this.model_.conversation;
    if (booth !== 0)
      this.pointer_.send(() => this.visit_.tell({ case: 'point', value: { booth, place: 0, gone: true } }));
  }

  /** For who presents here: those who follow me see this part. */
  show(part: PosterPart): void {
    const { booth } = this.model_.conversation;
    if (booth === 0) return;
    this.shown_ = { booth, part };
    this.view_.send(() => this.tellShown());
  }

  showNothing(): void {
    const { shown_ } = this;
    this.shown_ = null;
    if (shown_)
      this.view_.send(() =>
        this.visit_.tell({ case: 'showView', value: { booth: shown_.booth, centre: 0, extent: 0 } }),
      );
  }

  /** After a reconnect. */
  again(): void {
    if (this.shown_) this.view_.send(() => this.tellShown());
  }

  private tellShown(): void {
    if (!this.shown_) return;
    const { booth, part } = this.shown_;
    const centre = packPair(part.x + part.w / 2, part.y + part.h / 2);
    // Nothing is so small that it has no extent.
    const extent = (packPair(part.w, part.h) | 0x00010001) >>> 0;
    this.visit_.tell({ case: 'showView', value: { booth, centre, extent } });
  }
}
