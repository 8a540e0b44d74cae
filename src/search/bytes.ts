const ENCODER = new TextEncoder();

/** Writes numbers and texts one after the other; numbers take a byte for every seven bits. */
export class ByteWriter {
  private readonly bytes: number[] = [];

  number(value: number): void {
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) this.bytes.push((left & 127) | 128);
    this.bytes.push(left);
  }

  text(text: string): void {
    if (/^[\x00-\x7F]*$/.test(text)) {
      this.number(text.length);
      for (let at = 0; at < text.length; at += 1) this.bytes.push(text.charCodeAt(at));
      return;
    }
    const bytes = ENCODER.encode(text);
    this.number(bytes.length);
    for (const byte of bytes) this.bytes.push(byte);
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.bytes);
  }
}

/** Reads what {@link ByteWriter} wrote. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  text(): string {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}
