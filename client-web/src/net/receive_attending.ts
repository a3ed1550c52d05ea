// What the server says of being at posters, put into the model: am I still there, who is back.

import type { ServerBody } from './codec';
import type { StillHere } from '../model/attending';
import type { HallModel } from '../model/hall_model';

/** By StillHereHow's number. */
const HOWS: readonly StillHere[] = ['awake', 'asked', 'away'];

/** False: it was something else. */
export function receiveAttending(model: HallModel, body: ServerBody): boolean {
  const { attending } = model;
  switch (body.case) {
    case 'stillHere':
      attending.told(HOWS[body.value.how] ?? 'awake', body.value.untilMs);
      return true;
    case 'backWanted':
      attending.setWanted(body.value.posters);
      return true;
    case 'authorBack':
      model.profiles.wantPersons([body.value.person]);
      attending.isBack(body.value);
      return true;
    default:
      return false;
  }
}
