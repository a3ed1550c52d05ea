// What the server says of the people at the booth where I stand, put into the model.

import type { ServerBody } from './codec';
import type { HallModel } from '../model/hall_model';

/** False: it was something else. */
export function receiveBooth(model: HallModel, body: ServerBody): boolean {
  switch (body.case) {
    case 'pointers':
      model.profiles.wantPersons(body.value.person);
      model.pointing.told(body.value);
      return true;
    case 'hands': {
      const { booth, person, floor } = body.value;
      model.profiles.wantPersons([...person, floor]);
      model.hands.told(booth, person, floor);
      return true;
    }
    default:
      return false;
  }
}
