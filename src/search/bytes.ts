const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Longer texts are worth the call of a decoder. */
const SHORT = 32;

/** Reads UTF-8 from some place to another: words are short, many, and mostly of letters that take one byte. */
export function decodeText(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > SHORT) return DECODER.decode(bytes.subarray(from, to));
  let text = '';
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) return DECODER.decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

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
    const first = this.bytes[this.at++] ?? 0;
    if (first < 128) return first;
    let value = first & 127;
    for (let scale = 128; ; scale *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** So many numbers. */
  numbers(length: number): number[] {
    const numbers: number[] = [];
    for (let left = length; left > 0; left -= 1) numbers.push(this.number());
    return numbers;
  }

  text(): string {
    const length = this.number();
    this.at += length;
    return decodeText(this.bytes, this.at - length, this.at);
  }
}
