// Bytes to messages and back. The state frame, ten a second, is read by hand from its packed columns.

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { ClientMessageSchema } from '../gen/posterhall/v1/client_pb.js';
import { ServerMessageSchema } from '../gen/posterhall/v1/server_pb.js';
import type { ServerMessage } from '../gen/posterhall/v1/server_pb.js';
import type { FrameContent } from '../model/visitors';

/** What a client may say: { case: 'go', value: { … } } */
export type ClientBody = NonNullable<MessageInitShape<typeof ClientMessageSchema>['body']>;
export type ServerBody = ServerMessage['body'];

export type Incoming =
  | { readonly kind: 'frame'; readonly frame: FrameContent }
  | { readonly kind: 'body'; readonly body: ServerBody };

export function encode(seq: number, body: ClientBody): Uint8Array {
  return toBinary(ClientMessageSchema, create(ClientMessageSchema, { seq, body }));
}

/** Throws when the bytes are no message. */
export function decode(bytes: Uint8Array): Incoming {
  const frame = readStateMessage(bytes);
  if (frame) return { kind: 'frame', frame };
  return { kind: 'body', body: fromBinary(ServerMessageSchema, bytes).body };
}

class Reader {
  constructor(
    private readonly bytes_: Uint8Array,
    public at: number,
    private readonly end_: number,
  ) {}

  get done(): boolean {
    return this.at >= this.end_;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= this.end_) throw new Error('a message ends inside a number');
      const byte = this.bytes_[this.at++] ?? 0;
      if (shift < 28) value |= (byte & 0x7f) << shift;
      else if (shift === 28) value = (value >>> 0) + (byte & 0x0f) * 0x10000000;
      if (byte < 0x80) return value >>> 0;
    }
    throw new Error('a number is too long');
  }

  /** A field's bytes, by length. */
  part(): Reader {
    const length = this.varint();
    const from = this.at;
    if (from + length > this.end_) throw new Error('a field is longer than its message');
    this.at = from + length;
    return new Reader(this.bytes_, from, from + length);
  }

  words(): Uint32Array {
    const length = this.end_ - this.at;
    if (length % 4 !== 0) throw new Error('packed words end inside a word');
    const view = new DataView(this.bytes_.buffer, this.bytes_.byteOffset + this.at, length);
    const words = new Uint32Array(length / 4);
    for (let i = 0; i < words.length; i++) words[i] = view.getUint32(4 * i, true);
    this.at = this.end_;
    return words;
  }

  skip(wire: number): void {
    if (wire === 0) this.varint();
    else if (wire === 1) this.at += 8;
    else if (wire === 2) this.part();
    else if (wire === 5) this.at += 4;
    else throw new Error('an unknown kind of field');
  }
}

const NO_WORDS = new Uint32Array(0);

/** ServerMessage { StateFrame state = 1 } and nothing else; null for every other message. */
function readStateMessage(bytes: Uint8Array): FrameContent | null {
  if (bytes[0] !== 0x0a) return null;
  const message = new Reader(bytes, 1, bytes.length);
  const frame = message.part();
  return message.done ? readStateFrame(frame) : null;
}

function readStateFrame(frame: Reader): FrameContent {
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

/** The server may write a packed column in several pieces: copied runs of records, framed once. */
function joined(a: Uint32Array<ArrayBuffer>, b: Uint32Array): Uint32Array<ArrayBuffer> {
  if (a.length === 0) return new Uint32Array(b);
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
