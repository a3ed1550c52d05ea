// Protobuf bytes to plain objects and back, by the table in wire_schema.ts. Values look as the generated types say:
// every field is there, oneofs are { case, value }. Unknown fields are skipped, broken bytes throw.

import { fieldsOf } from './wire_schema';
import type { MessageName, WireField } from './wire_schema';
import { WireReader } from './wire_reader';

type Values = Record<string, unknown>;
interface Chosen {
  readonly case: string | undefined;
  readonly value?: unknown;
}

const SCALARS = 'bdefisuy';

function isMessage(kind: string): boolean {
  return kind.length > 1 || !SCALARS.includes(kind);
}

function emptyValue(field: WireField): unknown {
  if (field.repeated) return [];
  if (isMessage(field.kind)) return undefined;
  if (field.kind === 's') return '';
  if (field.kind === 'y') return new Uint8Array(0);
  return field.kind === 'b' ? false : 0;
}

function emptyMessage(name: string): Values {
  const values: Values = {};
  for (const field of fieldsOf(name)) {
    if (field.oneof !== '') values[field.oneof] = { case: undefined };
    else values[field.name] = emptyValue(field);
  }
  return values;
}

/** Throws when the bytes are no such message. */
export function readMessage(name: MessageName, bytes: Uint8Array): Values {
  return read(name, new WireReader(bytes));
}

function read(name: string, reader: WireReader): Values {
  const values = emptyMessage(name);
  const fields = fieldsOf(name);
  while (!reader.done) {
    const tag = reader.varint();
    const field = fields.find((each) => each.number === tag >>> 3);
    if (!field) reader.skip(tag & 7);
    else if (field.repeated) readRepeated(values[field.name] as unknown[], field, tag & 7, reader);
    else if (field.oneof !== '')
      values[field.oneof] = { case: field.name, value: readValue(field, tag & 7, reader) };
    else values[field.name] = readValue(field, tag & 7, reader);
  }
  return values;
}

const WIRE_TYPE: Readonly<Record<string, number>> = { b: 0, e: 0, i: 0, u: 0, d: 1, s: 2, y: 2, f: 5 };

function readRepeated(list: unknown[], field: WireField, wire: number, reader: WireReader): void {
  const packed = wire === 2 && !isMessage(field.kind) && WIRE_TYPE[field.kind] !== 2;
  if (!packed) {
    list.push(readValue(field, wire, reader));
    return;
  }
  const part = reader.part();
  const each = WIRE_TYPE[field.kind] ?? 0;
  while (!part.done) list.push(readValue(field, each, part));
}

function readValue(field: WireField, wire: number, reader: WireReader): unknown {
  if (isMessage(field.kind)) {
    if (wire !== 2) throw new Error('a message is not where one should be');
    return read(field.kind, reader.part());
  }
  if (wire !== WIRE_TYPE[field.kind]) throw new Error('a field is of another kind');
  switch (field.kind) {
    case 'b':
      return reader.varint() !== 0;
    case 'i':
      return reader.varint() | 0;
    case 'd':
      return reader.double();
    case 'f':
      return reader.fixed32();
    case 's':
      return reader.text();
    case 'y':
      return reader.bytes();
    default:
      return reader.varint();
  }
}

export function writeMessage(name: MessageName, values: object): Uint8Array<ArrayBuffer> {
  const out: number[] = [];
  write(out, name, values as Values);
  return new Uint8Array(out);
}

function write(out: number[], name: string, values: Values): void {
  for (const field of fieldsOf(name)) {
    if (field.oneof !== '') {
      const chosen = values[field.oneof] as Chosen | undefined;
      if (chosen?.case === field.name) writeField(out, field, chosen.value);
      continue;
    }
    const value = values[field.name];
    if (value === undefined || value === null) continue;
    if (field.repeated) writeRepeated(out, field, value as readonly unknown[]);
    else if (!isEmpty(value)) writeField(out, field, value);
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === 0 || value === '' || value === false || (value instanceof Uint8Array && value.length === 0)
  );
}

function writeRepeated(out: number[], field: WireField, list: readonly unknown[]): void {
  if (list.length === 0) return;
  if (isMessage(field.kind) || WIRE_TYPE[field.kind] === 2) {
    for (const value of list) writeField(out, field, value);
    return;
  }
  const packed: number[] = [];
  for (const value of list) writeScalar(packed, field.kind, value);
  writeVarint(out, (field.number << 3) | 2);
  writePart(out, packed);
}

function writeField(out: number[], field: WireField, value: unknown): void {
  if (isMessage(field.kind)) {
    const part: number[] = [];
    write(part, field.kind, (value ?? {}) as Values);
    writeVarint(out, (field.number << 3) | 2);
    writePart(out, part);
    return;
  }
  writeVarint(out, (field.number << 3) | (WIRE_TYPE[field.kind] ?? 0));
  writeScalar(out, field.kind, value);
}

function writePart(out: number[], part: ArrayLike<number>): void {
  writeVarint(out, part.length);
  for (let i = 0; i < part.length; i++) out.push(part[i] ?? 0);
}

function writeVarint(out: number[], value: number): void {
  let left = value >>> 0;
  while (left > 0x7f) {
    out.push((left & 0x7f) | 0x80);
    left >>>= 7;
  }
  out.push(left);
}

function writeScalar(out: number[], kind: string, value: unknown): void {
  if (kind === 's') writePart(out, new TextEncoder().encode(String(value)));
  else if (kind === 'y') writePart(out, value as Uint8Array);
  else if (kind === 'b') out.push(value === true ? 1 : 0);
  else if (kind === 'd' || kind === 'f') {
    const bytes = new DataView(new ArrayBuffer(kind === 'd' ? 8 : 4));
    if (kind === 'd') bytes.setFloat64(0, Number(value), true);
    else bytes.setUint32(0, Number(value), true);
    for (let i = 0; i < bytes.byteLength; i++) out.push(bytes.getUint8(i));
  } else if (kind === 'i' && Number(value) < 0) {
    // A negative number is ten bytes long: it is written as 64 bits.
    const low = Number(value) >>> 0;
    for (let i = 0; i < 4; i++) out.push(((low >>> (7 * i)) & 0x7f) | 0x80);
    out.push((low >>> 28) | 0xf0, 0xff, 0xff, 0xff, 0xff, 0x01);
  } else writeVarint(out, Number(value));
}
