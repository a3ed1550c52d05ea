// What is on and next for me, as bar and list show it.

import type { Hall } from '../hall_context';
import { whatIsOn } from '../../model/on_now';
import type { MySessions, OnNow } from '../../model/on_now';

export function mySessions(hall: Hall): MySessions {
  const rooms = hall.rooms();
  const mine = hall.myProgramme();
  return {
    inside: ({ id, room }) => (room !== 0 && (rooms.state(room)?.inside ?? false)) || mine.hosting(id),
    chosen: ({ id }) => mine.has(id),
  };
}

export function onNow(hall: Hall, nowMs: number): OnNow {
  return whatIsOn(hall.catalogue().sessions, nowMs, mySessions(hall));
}
