import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { DescField, DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { file_posterhall_v1_announce } from '../gen/posterhall/v1/announce_pb.js';
import { file_posterhall_v1_catalogue } from '../gen/posterhall/v1/catalogue_pb.js';
import { ClientMessageSchema, file_posterhall_v1_client } from '../gen/posterhall/v1/client_pb.js';
import { file_posterhall_v1_event } from '../gen/posterhall/v1/event_pb.js';
import { file_posterhall_v1_rooms } from '../gen/posterhall/v1/rooms_pb.js';
import { FloorPlanSchema, file_posterhall_v1_plan, FurnitureKind } from '../gen/posterhall/v1/plan_pb.js';
import {
  file_posterhall_v1_server,
  RejectCode,
  ServerMessageSchema,
} from '../gen/posterhall/v1/server_pb.js';
import { REASONS } from './receive';
import { readMessage, writeMessage } from './wire';
import { addMessages, fieldsOf, SCHEMA } from './wire_schema';
import type { MessageName } from './wire_schema';
import { ANNOUNCE_SCHEMA } from './wire_schema_announce';
import { ORDER_SCHEMA } from './wire_schema_order';
import { QUESTION_SCHEMA } from './wire_schema_questions';
import { ROOM_SCHEMA } from './wire_schema_rooms';

const FILES = [
  file_posterhall_v1_announce,
  file_posterhall_v1_catalogue,
  file_posterhall_v1_client,
  file_posterhall_v1_event,
  file_posterhall_v1_plan,
  file_posterhall_v1_rooms,
  file_posterhall_v1_server,
];
const described = new Map<string, DescMessage>(
  FILES.flatMap((file) => file.messages).map((message) => [message.name, message]),
);
/** Several messages of the schema are the same to the table. */
const SAME: Readonly<Record<string, string>> = {
  ClaimControl: 'Empty',
  Leave: 'Empty',
  RoomLeave: 'Empty',
  Ping: 'Empty',
  RoomEnter: 'RoomNumber',
  RoomOpen: 'RoomNumber',
  RoomClose: 'RoomNumber',
  Block: 'PersonNumber',
  Unblock: 'PersonNumber',
};
/** Bytes until what reads them is there. */
const LATER = new Set(['RoomState', 'RoomQuestions', 'PlannedAnnouncements']);
const SCALAR_LETTERS: Readonly<Record<number, string>> = {
  1: 'd',
  5: 'i',
  7: 'f',
  8: 'b',
  9: 's',
  12: 'y',
  13: 'u',
};

function kindOf(field: DescField): string {
  const message = field.message;
  if (message && LATER.has(message.name)) return 'y';
  if (message) return SAME[message.name] ?? message.name;
  if (field.enum) return 'e';
  return SCALAR_LETTERS[field.scalar ?? 0] ?? '?';
}

const LEARNT = { ...ROOM_SCHEMA, ...ANNOUNCE_SCHEMA, ...ORDER_SCHEMA, ...QUESTION_SCHEMA };
addMessages(LEARNT);

describe('the table of messages', () => {
  it('has every message of the wire', () => {
    const missing = [...described.keys()].filter(
      (name) => !((SAME[name] ?? name) in { ...SCHEMA, ...LEARNT }),
    );
    expect(missing).toEqual([]);
  });

  it.each([...described.keys()])('%s has the fields of the schema', (name) => {
    const wanted = (described.get(name)?.fields ?? []).map((field) => ({
      name: field.localName,
      number: field.number,
      kind: kindOf(field),
      repeated: field.fieldKind === 'list',
      oneof: field.oneof?.localName ?? '',
    }));
    const order = (a: { number: number }, b: { number: number }): number => a.number - b.number;
    expect([...fieldsOf(SAME[name] ?? name)].sort(order)).toEqual(wanted.sort(order));
  });

  it('knows enumerations by their numbers', () => {
    expect(REASONS.length).toBe(Object.values(RejectCode).filter((each) => typeof each === 'number').length);
    expect(REASONS[RejectCode.ROOM_FULL]).toBe('room_full');
    expect(REASONS[RejectCode.TOO_OLD]).toBe('too_old');
    expect(REASONS[RejectCode.UNDELIVERABLE]).toBe('undeliverable');
    expect(FurnitureKind.HELP_DESK).toBe(4);
  });
});

/** Without the marks the generated runtime adds. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => !key.startsWith('$') && each !== undefined)
      .map(([key, each]) => [key, plain(each)]),
  );
}

const CLIENT: readonly MessageInitShape<typeof ClientMessageSchema>[] = [
  {
    seq: 1,
    body: {
      case: 'enter',
      value: {
        view: 2,
        clientBuild: 'a1',
        resume: [{ channel: 'hall', after: 4_000_000_000 }],
        tabId: new Uint8Array([0, 255, 7]),
        watchOnly: true,
        place: 0xfffffff0,
        atBooth: true,
      },
    },
  },
  { seq: 0, body: { case: 'move', value: { sequence: 255, place: 0xfffffff0 } } },
  { seq: 7, body: { case: 'go', value: { target: { case: 'table', value: 0 }, how: 2 } } },
  { seq: 8, body: { case: 'go', value: { target: { case: 'stepOut', value: true } } } },
  { seq: 9, body: { case: 'whoRequest', value: { visitors: [1, 300, 16_777_215] } } },
  {
    seq: 10,
    body: {
      case: 'send',
      value: {
        channel: 'dm/3-9',
        clientId: new Uint8Array(16).fill(9),
        kind: 1,
        text: 'Grüße, 山田 🎉',
        ref: 0,
      },
    },
  },
  { seq: 11, body: { case: 'ping', value: {} } },
  { seq: 12, body: { case: 'roomEnter', value: { room: 3 } } },
];

describe('messages of the client', () => {
  it.each(CLIENT)('are the bytes the schema says: $body.case', (message) => {
    const bytes = writeMessage('ClientMessage', message);
    const read = fromBinary(ClientMessageSchema, bytes);
    expect(plain(read)).toEqual(plain(create(ClientMessageSchema, message)));
    expect([...bytes]).toEqual([...toBinary(ClientMessageSchema, create(ClientMessageSchema, message))]);
  });
});

describe('messages of the server', () => {
  const messages: readonly MessageInitShape<typeof ServerMessageSchema>[] = [
    {
      body: {
        case: 'facts',
        value: {
          version: 3,
          full: true,
          booth: [101, 411],
          state: [9, 1],
          peopleHere: 1500,
          apart: true,
          cell: [65_537],
          cellPeople: [12],
          rooms: [{ room: 2, open: true, members: 3, capacity: 60, session: 'b1' }],
        },
      },
    },
    { body: { case: 'watching', value: { channel: 'hall', head: 9, how: { case: 'resumed', value: 0 } } } },
    {
      body: {
        case: 'watching',
        value: { channel: 'hall', head: 900, how: { case: 'gap', value: { from: 2, to: 850 } } },
      },
    },
    {
      body: {
        case: 'peoplePage',
        value: {
          inReplyTo: 4,
          total: 1,
          rows: [
            {
              profile: { person: 3, name: 'Ana', presents: [7, 8] },
              visitor: 70,
              at: { at: { case: 'stage', value: true } },
            },
          ],
        },
      },
    },
    {
      body: {
        case: 'welcome',
        value: {
          visitor: 5,
          me: { person: 1, look: new Uint8Array([1, 2, 3, 4, 5]) },
          place: 0x80000000,
          nowMs: 1.7e12 + 0.5,
          may: ['enter', 'remove_any'],
          channels: [{ channel: 'hall', head: 3, read: 1 }],
        },
      },
    },
    { body: { case: 'pong', value: { nowMs: 0 } } },
  ];
  it.each(messages)('are read as the schema says: $body.case', (message) => {
    const made = create(ServerMessageSchema, message);
    expect(plain(readMessage('ServerMessage', toBinary(ServerMessageSchema, made)))).toEqual(plain(made));
  });

  it('read negative tiles and skip what they do not know', () => {
    const plan = create(FloorPlanSchema, { width: 3, spawns: [{ x: -2, y: 511 }] });
    const bytes = toBinary(FloorPlanSchema, plan);
    const more = new Uint8Array([...bytes, 0xf8, 0x7f, 0x05]);
    expect(plain(readMessage('FloorPlan', more))).toEqual(plain(plan));
    const written = writeMessage('FloorPlan', { spawns: [{ x: -2, y: 511 }] });
    expect(fromBinary(FloorPlanSchema, written).spawns[0]?.x).toBe(-2);
  });

  const cut: readonly [MessageName, number[]][] = [
    ['ServerMessage', [0x12, 0x05, 0x08]],
    ['Ack', [0x08, 0xff]],
    ['Ack', [0x0a, 0x01, 0x01]],
    ['Typing', [0x0a, 0x02, 0xff, 0xff]],
    ['Welcome', [0x0f]],
  ];
  it.each(cut)('throw on broken bytes of %s', (name, bytes) => {
    expect(() => readMessage(name, new Uint8Array(bytes))).toThrow();
  });
});
