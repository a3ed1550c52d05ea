// My pointer on the poster: whether I point, and where. It rests six seconds at most, as it does for the others.

import type { PointingIntents } from '../../intents/pointing';
import type { PosterPoint } from '../../model/pointing';

const RESTS_MS = 6000;
const STEP = 0.02;
const LEAP = 0.1;

export class PointerHand {
  /** The tool is in my hand. */
  on = $state(false);
  mine = $state.raw<PosterPoint | null>(null);
  private timer_: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly intents_: PointingIntents) {}

  toggle(): void {
    if (this.on) this.putAway();
    else this.on = true;
  }

  at(place: PosterPoint): void {
    this.mine = place;
    this.intents_.at(place.x, place.y);
    clearTimeout(this.timer_);
    this.timer_ = setTimeout(() => (this.mine = null), RESTS_MS);
  }

  lift(): void {
    if (!this.mine) return;
    clearTimeout(this.timer_);
    this.mine = null;
    this.intents_.noMore();
  }

  putAway(): void {
    this.lift();
    this.on = false;
  }
}

/** Where an arrow key moves a pointer, null for another key. */
export function moveBy(from: PosterPoint, event: KeyboardEvent): PosterPoint | null {
  const far = event.shiftKey ? LEAP : STEP;
  const by: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-far, 0],
    ArrowRight: [far, 0],
    ArrowUp: [0, -far],
    ArrowDown: [0, far],
  };
  const move = by[event.key];
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return move ? { x: within(from.x + move[0]), y: within(from.y + move[1]) } : null;
}
