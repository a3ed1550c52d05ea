// What the server says of order and of calls, put into the model: what was decided about me, whom I blocked, what waits
// for moderators; who waits at my booth, and who was called to the one I stand at.

import type { CallHow } from '../model/calls';
import type { HallModel } from '../model/hall_model';

import type { ServerBody } from './codec';

/** By CallHow's number. */
const HOWS: readonly CallHow[] = ['none', 'called', 'coming', 'later'];

/** False: it was something else. */
export function receiveOrder(model: HallModel, body: ServerBody): boolean {
  const { order, notices, clock } = model;
  switch (body.case) {
    case 'myMeasure': {
      const { measure, lifted } = body.value;
      order.told(body.value);
      if (lifted) notices.tell('leaf', { kind: 'lifted', measure }, clock.exactMs);
      return true;
    }
    case 'blockedPeople':
      order.setBlocked(body.value.persons);
      return true;
    case 'orderChanged': {
      const count = body.value.openReports;
      if (order.setOpenReports(count)) notices.tell('brand', { kind: 'reports', count }, clock.exactMs);
      return true;
    }
    default:
      return false;
  }
}

/** False: it was something else. */
export function receivePosters(model: HallModel, body: ServerBody): boolean {
  if (body.case !== 'posterDesk') return false;
  const count = body.value.openRequests;
  if (model.posterDesk.told(body.value))
    model.notices.tell('brand', { kind: 'posterRequests', count }, model.clock.exactMs);
  return true;
}

/** False: it was something else. */
export function receiveCalls(model: HallModel, body: ServerBody): boolean {
  switch (body.case) {
    case 'authorCall': {
      const { booth, how, waiting, persons, organisers } = body.value;
      model.profiles.wantPersons(persons);
      model.calls.told({ booth, how: HOWS[how] ?? 'none', waiting, persons, organisers });
      return true;
    }
    case 'boothCalls': {
      const callees = body.value.callees.map(({ person, how }) => ({ person, how: HOWS[how] ?? 'none' }));
      model.profiles.wantPersons(callees.map((each) => each.person));
      model.calls.called(body.value.booth, callees);
      return true;
    }
    default:
      return false;
  }
}
