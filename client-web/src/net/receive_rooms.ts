// What the server says of breakouts and, to organisers, of announcements, put into the model. Loaded with the first word
// of either.

import { ANNOUNCE_SCHEMA } from './wire_schema_announce';
import { ROOM_SCHEMA } from './wire_schema_rooms';
import type { PlannedAnnouncements } from '../gen/posterhall/v1/announce_pb.js';
import type { RoomQuestions } from '../gen/posterhall/v1/rooms_pb.js';
import type { RoomState } from '../gen/posterhall/v1/server_pb.js';
import type { HallModel } from '../model/hall_model';
import { tellQuestions, tellState } from '../model/room_news';

/** Handed in: what every visit has must not become a file of its own for this. */
export interface RoomReader {
  addMessages(more: Readonly<Record<string, string>>): void;
  readMessage(name: string, bytes: Uint8Array): unknown;
}

export type LaterKind = 'room' | 'roomQuestions' | 'plannedAnnouncements';

export function receiveRooms(model: HallModel, kind: LaterKind, bytes: Uint8Array, reader: RoomReader): void {
  reader.addMessages({ ...ROOM_SCHEMA, ...ANNOUNCE_SCHEMA });
  const { rooms, profiles, selection, notices, clock } = model;
  if (kind === 'plannedAnnouncements') {
    const { announcements } = reader.readMessage('PlannedAnnouncements', bytes) as PlannedAnnouncements;
    return void model.onPlanned?.(announcements);
  }
  if (kind === 'roomQuestions') {
    const { room, full, questions } = reader.readMessage('RoomQuestions', bytes) as RoomQuestions;
    profiles.wantPersons(questions.map((each) => each.person));
    tellQuestions(rooms, room, full, questions);
    return;
  }
  const state = reader.readMessage('RoomState', bytes) as RoomState;
  const { room, hands, hosts, cohosts, hostsGone, waitingPersons, lead, floor } = state;
  const people = state.people.map((member) => member.person);
  for (const member of state.people) profiles.link(member.visitor, member.person);
  profiles.wantPersons([
    ...people,
    ...hands,
    ...hosts,
    ...cohosts,
    ...hostsGone,
    ...waitingPersons,
    lead,
    floor,
  ]);
  const change = tellState(rooms, state, model.me.may('room_extend'));
  if (change === 'came') selection.openRoom(room);
  else if (change === 'seated') notices.tell('leaf', { kind: 'roomSeated', room }, clock.exactMs);
  else if (change === 'went') {
    if (selection.room === room && !(state.leads && state.open)) selection.openRoom(0);
    if (!state.open || state.putOut)
      notices.tell('brand', { kind: state.putOut ? 'roomPutOut' : 'roomClosed', room }, clock.exactMs);
  }
}
