// A place in protobuf bytes, moving on. Throws where they end too early.

const decoder = new TextDecoder('utf-8', { fatal: true });

export class WireReader {
  private at_ = 0;
  private readonly view_: DataView;

  constructor(private readonly bytes_: Uint8Array) {
    this.view_ = new DataView(bytes_.buffer, bytes_.byteOffset, bytes_.byteLength);
  }

  get done(): boolean {
    return this.at_ >= this.bytes_.length;
  }

  /** The low 32 bits; longer numbers lose what is above. */
  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.bytes_[this.at_++];
      if (byte === undefined) throw new Error('a message ends inside a number');
      if (shift < 28) value |= (byte & 0x7f) << shift;
      else if (shift === 28) value |= (byte & 0x0f) << 28;
      if (byte < 0x80) return value >>> 0;
    }
    throw new Error('a number is too long');
  }

  fixed32(): number {
    const at = this.take(4);
    return this.view_.getUint32(at, true);
  }

  double(): number {
    const at = this.take(8);
    return this.view_.getFloat64(at, true);
  }

  /** A field's bytes, seen and not copied. */
  part(): WireReader {
    return new WireReader(this.seen());
  }

  bytes(): Uint8Array {
    return this.seen().slice();
  }

  text(): string {
    return decoder.decode(this.seen());
  }

  /** Packed fixed32, all that is left. */
  words(): Uint32Array<ArrayBuffer> {
    const length = this.bytes_.length - this.at_;
    if (length % 4 !== 0) throw new Error('packed words end inside a word');
    const words = new Uint32Array(length / 4);
    for (let i = 0; i < words.length; i++) words[i] = this.view_.getUint32(this.at_ + 4 * i, true);
    this.at_ = this.bytes_.length;
    return words;
  }

  skip(wire: number): void {
    if (wire === 0) this.varint();
    else if (wire === 1) this.take(8);
    else if (wire === 2) this.seen();
    else if (wire === 5) this.take(4);
    else throw new Error('an unknown kind of field');
  }

  private seen(): Uint8Array {
    const length = this.varint();
    const from = this.take(length);
    return this.bytes_.subarray(from, from + length);
  }

  private take(length: number): number {
    const from = this.at_;
    if (from + length > this.bytes_.length) throw new Error('a field is longer than its message');
    this.at_ = from + length;
    return from;
  }
}
