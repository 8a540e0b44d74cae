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

/** How many letters two words begin with in common; never half a letter. */
export function sharedLength(word: string, before: string): number {
  let shared = 0;
  while (shared < word.length && word[shared] === before[shared]) shared += 1;
  return /[\uDC00-\uDFFF]/.test(word[shared] ?? '') ? shared - 1 : shared;
}

/** Writes numbers and texts one after the other; numbers take a byte for every seven bits. */
export class ByteWriter {
  length = 0;
  #bytes = new Uint8Array(1024);

  number(value: number): void {
    this.#room(8);
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) this.#bytes[this.length++] = (left & 127) | 128;
    this.#bytes[this.length++] = left;
  }

  numbers(values: readonly number[]): void {
    for (const value of values) this.number(value);
  }

  /** A text in UTF-8, after its length. */
  text(text: string): void {
    const bytes = ENCODER.encode(text);
    this.number(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.#room(to - from);
    // Most of what is copied is shorter than a call of `set` takes.
    if (to - from < 32) for (let at = from; at < to; at += 1) this.#bytes[this.length++] = bytes[at] ?? 0;
    else {
      this.#bytes.set(bytes.subarray(from, to), this.length);
      this.length += to - from;
    }
  }

  /** What was written; it stays as it is until the next is written. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }

  /** What was written, for good. */
  done(): Uint8Array<ArrayBuffer> {
    return this.written().slice();
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.written());
    this.#bytes = larger;
  }
}

/** Reads what {@link ByteWriter} wrote. Throws where a row of numbers or a text would take more bytes than there are. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at: number;

  /** @param at Where to begin. */
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
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
    this.require(length);
    for (let left = length; left > 0; left -= 1) numbers.push(this.number());
    return numbers;
  }

  text(): string {
    const length = this.number();
    this.require(length);
    this.at += length;
    return decodeText(this.bytes, this.at - length, this.at);
  }

  /** What so many bytes hold, past which this goes. */
  column(length: number): ByteReader {
    const column = new ByteReader(this.bytes, this.at);
    this.require(length);
    this.at += length;
    return column;
  }

  /** Goes past so many numbers, and says where they begin. */
  skip(numbers: number): number {
    const { at } = this;
    this.require(numbers);
    for (let left = numbers; left > 0; this.at += 1) if ((this.bytes[this.at] ?? 0) < 128) left -= 1;
    return at;
  }

  /** Each number takes a byte or more. */
  private require(bytes: number): void {
    if (bytes > this.bytes.length - this.at) throw new Error('This part of the search index cannot be read.');
  }
}
