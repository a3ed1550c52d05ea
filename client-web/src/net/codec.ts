// Bytes to messages and back. The state frame, ten a second, is read by hand from its packed columns.

import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ClientMessageSchema } from '../gen/posterhall/v1/client_pb.js';
import type { ServerMessage } from '../gen/posterhall/v1/server_pb.js';
import type { FrameContent } from '../model/visitors';
import { readMessage, writeMessage } from './wire';
import { WireReader } from './wire_reader';

/** What a client may say: { case: 'go', value: { … } } */
export type ClientBody = NonNullable<MessageInitShape<typeof ClientMessageSchema>['body']>;
export type ServerBody = ServerMessage['body'];

export type Incoming =
  | { readonly kind: 'frame'; readonly frame: FrameContent }
  | { readonly kind: 'body'; readonly body: ServerBody };

export function encode(seq: number, body: ClientBody): Uint8Array<ArrayBuffer> {
  return writeMessage('ClientMessage', { seq, body });
}

/** Throws when the bytes are no message. */
export function decode(bytes: Uint8Array): Incoming {
  const frame = readStateMessage(bytes);
  if (frame) return { kind: 'frame', frame };
  return { kind: 'body', body: readMessage('ServerMessage', bytes)['body'] as ServerBody };
}

const NO_WORDS = new Uint32Array(0);

/** ServerMessage { StateFrame state = 1 } and nothing else; null for every other message. */
function readStateMessage(bytes: Uint8Array): FrameContent | null {
  if (bytes[0] !== 0x0a) return null;
  const message = new WireReader(bytes.subarray(1));
  const frame = message.part();
  return message.done ? readStateFrame(frame) : null;
}

function readStateFrame(frame: WireReader): FrameContent {
  let step = 0;
  let centreCell = 0;
  let snapshot = false;
  let records = NO_WORDS;
  let gone = NO_WORDS;
  while (!frame.done) {
    const tag = frame.varint();
    if (tag === 0x08) step = frame.varint();
    else if (tag === 0x10) centreCell = frame.varint();
    else if (tag === 0x18) snapshot = frame.varint() !== 0;
    else if (tag === 0x22) records = joined(records, frame.part().words());
    else if (tag === 0x2a) gone = joined(gone, frame.part().words());
    else frame.skip(tag & 7);
  }
  return { step, centreCell, snapshot, records, gone };
}

/** A packed column may come in several pieces. */
function joined(a: Uint32Array<ArrayBuffer>, b: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  if (a.length === 0) return b;
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
