// What a list says of one poster now. Plain: made anew whenever facts, clock or saves change.

import type { Hall } from '../hall_context';
import type { Lamp } from '../../model/lamps';
import { lampOf } from '../../model/lamps';
import { lampMore, lampWords } from '../phrases';
import type { Poster } from '../../model/values';

export interface PosterRowData {
  readonly poster: Poster;
  readonly visitors: number;
  readonly lamp: Lamp;
  readonly lampText: string;
  readonly more: string;
  readonly saved: boolean;
  readonly here: boolean;
  readonly visited: boolean;
}

/** Reads everything it needs, so that a $derived around it follows. Minutes are enough for times. */
export function rowMaker(hall: Hall): (poster: Poster) => PosterRowData {
  const nowMs = Math.floor(hall.clock().nowMs / 15_000) * 15_000;
  const zone = hall.settings().values.timeZone;
  const facts = hall.facts();
  const saved = hall.saved();
  const mine = hall.mine();
  const booth = hall.conversation().booth;
  return (poster) => {
    const fact = facts.booth(poster.number);
    const lamp = lampOf(fact, poster.shifts, nowMs);
    return {
      poster,
      visitors: fact.visitors,
      lamp,
      lampText: lampWords(lamp, zone, nowMs),
      more: lampMore(lamp, zone, nowMs),
      saved: saved.has(poster.key),
      here: booth === poster.number,
      visited: mine.visited(poster.key),
    };
  };
}
