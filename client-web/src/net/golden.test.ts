// The frames in tests/wire/golden were written by the server's own encoder: both languages read the same bytes.
import { create, fromJson, toBinary, toJson } from '@bufbuild/protobuf';
import type { JsonValue, MessageInitShape } from '@bufbuild/protobuf';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMessage } from './wire';
import { addMessages } from './wire_schema';
import type { MessageName } from './wire_schema';
import { ANNOUNCE_SCHEMA } from './wire_schema_announce';
import { ORDER_SCHEMA } from './wire_schema_order';
import { QUESTION_SCHEMA } from './wire_schema_questions';
import { ROOM_SCHEMA } from './wire_schema_rooms';
import { describe, expect, it } from 'vitest';
import { ClientMessageSchema } from '../gen/posterhall/v1/client_pb.js';
import { ServerMessageSchema } from '../gen/posterhall/v1/server_pb.js';
import { decode, encode } from './codec';
import type { ClientBody } from './codec';

interface Golden {
  readonly name: string;
  readonly frame?: string;
  readonly message?: string;
  readonly json: JsonValue;
}

function golden(file: string): Golden[] {
  const path = fileURLToPath(new URL(`../../../tests/wire/golden/${file}.json`, import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8')) as Golden[];
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));
}

/** What a WebSocket hands to its page: the frame without its header. Also says that the header is sound. */
function payload(hex: string): Uint8Array {
  const frame = bytesOf(hex);
  expect(frame[0]).toBe(0x82);
  const short = frame[1] ?? 0;
  const header = short < 126 ? 2 : short === 126 ? 4 : 10;
  const size = short < 126 ? short : ((frame[2] ?? 0) << 8) | (frame[3] ?? 0);
  expect(frame.length - header).toBe(size);
  return frame.subarray(header);
}

addMessages({ ...ROOM_SCHEMA, ...ORDER_SCHEMA, ...ANNOUNCE_SCHEMA, ...QUESTION_SCHEMA });

/** Bytes in ServerMessage, and which message they are. */
const LATER: Readonly<Record<string, string>> = {
  room: 'RoomState',
  roomQuestions: 'RoomQuestions',
  plannedAnnouncements: 'PlannedAnnouncements',
};

describe('frames of the server', () => {
  it.each(golden('server'))('$name', ({ frame, json }) => {
    const wanted = fromJson(ServerMessageSchema, json);
    const got = decode(payload(frame ?? ''));
    if (got.kind === 'frame') {
      expect(wanted.body.case).toBe('state');
      if (wanted.body.case !== 'state') return;
      const { step, centreCell, snapshot, records, gone } = wanted.body.value;
      expect({
        ...got.frame,
        records: Array.from(got.frame.records),
        gone: Array.from(got.frame.gone),
      }).toEqual({
        step,
        centreCell,
        snapshot,
        records,
        gone,
      });
      return;
    }
    // Bytes until what reads them is fetched.
    const later = LATER[got.body.case ?? ''];
    if (later) {
      const bytes = got.body.value as unknown as Uint8Array;
      got.body.value = readMessage(later as MessageName, bytes) as never;
    }
    const body = got.body as NonNullable<MessageInitShape<typeof ServerMessageSchema>['body']>;
    expect(toJson(ServerMessageSchema, create(ServerMessageSchema, { body }))).toEqual(
      toJson(ServerMessageSchema, wanted),
    );
  });
});

describe('messages of the client', () => {
  it.each(golden('client'))('$name', ({ message, json }) => {
    const wanted = fromJson(ClientMessageSchema, json);
    expect(toBinary(ClientMessageSchema, wanted)).toEqual(bytesOf(message ?? ''));
    expect(encode(wanted.seq, wanted.body as ClientBody)).toEqual(bytesOf(message ?? ''));
  });
});
