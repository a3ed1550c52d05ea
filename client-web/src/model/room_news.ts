// What is told of breakouts, put into the model, and what that changes for me. Loaded with the first word of a breakout.

import type { RoomQuestion } from './room_questions';
import type { RoomNow, Rooms } from './rooms';

/** I came (in, or into the line), a seat got free for me, I am no more there. */
export type RoomChange = 'none' | 'came' | 'seated' | 'went';

const isHere = (state: RoomNow | null): boolean => state !== null && (state.inside || state.waitingPlace > 0);

export function tellState(rooms: Rooms, state: RoomNow, mayExtend: boolean): RoomChange {
  const before = rooms.state(state.room);
  if (state.inside) {
    for (const other of [...rooms.states])
      if (other.room !== state.room && other.inside) rooms.put({ ...other, inside: false, people: [] });
  }
  const again = rooms.before === state.room;
  if (isHere(state)) rooms.before = 0;
  if (callsFor(state, mayExtend) && !rooms.putAside.has(callOf(state))) rooms.called = state.room;
  else if (rooms.called === state.room) rooms.called = 0;
  rooms.put(state);
  if (!isHere(state)) return isHere(before) || (again && !before) ? 'went' : 'none';
  if (before && !before.inside && before.waitingPlace > 0 && state.inside) return 'seated';
  return isHere(before) || again ? 'none' : 'came';
}

/** Somebody is wanted there: to lead for a host who is gone, or (who may extend) for five minutes more. */
export function callsFor(state: RoomNow, mayExtend: boolean): boolean {
  return state.asked || (mayExtend && state.moreAsked && state.extendable && !state.ended);
}

/** What makes a call the same. */
function callOf(state: RoomNow): string {
  return `${state.session} ${state.asked ? `lead ${state.hostsGone.join()}` : `more ${state.endMs}`}`;
}

/** Not me, or not now. */
export function putAside(rooms: Rooms, state: RoomNow): void {
  rooms.putAside.add(callOf(state));
  rooms.called = 0;
  rooms.put(state);
}

export function tellQuestions(
  rooms: Rooms,
  room: number,
  full: boolean,
  changed: readonly RoomQuestion[],
): void {
  const all = new Map(full ? [] : rooms.questions(room));
  for (const each of changed) all.set(each.number, each);
  rooms.ask(room, all);
}

/** Where that person is too, among those I know of. */
export function roomWith(rooms: Rooms, person: number): RoomNow | null {
  for (const state of rooms.states) if (state.people.some((each) => each.person === person)) return state;
  return null;
}
