// An author came by their personal link: they are set down at their own booth, and what is missing there is said.

import type { Hall } from '../hall_context';
import { doorPoster } from '../../model/author_door';

/** By where I stand: what conversation that is may not be told yet. */
function standsThere({ model }: Hall, number: number): boolean {
  const rug = model.catalogue.plan?.booths.find((booth) => booth.number === number)?.rug;
  const { x, y } = model.own.tile;
  return rug !== undefined && x >= rug.x && x < rug.x + rug.w && y >= rug.y && y < rug.y + rug.h;
}

export function arriveAtBooth(hall: Hall): void {
  const { model, intents } = hall;
  const mine = (model.me.profile?.presents ?? []).flatMap((key) => model.catalogue.byKey(key) ?? []);
  const poster = doorPoster(mine, model.clock.exactMs);
  if (!poster) return;
  model.selection.atDoor(poster.key);
  // Nobody is taken out of a breakout, nor moved by a tab that only watches.
  const seated = model.rooms.inside !== null;
  if (!seated && model.me.inControl && !standsThere(hall, poster.number))
    void intents.moving.standAt(poster.number);
}
