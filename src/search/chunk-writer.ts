import { MAGIC } from './chunk.ts';

/**
 * Writes what a part of Pagefind's index is made of (see `chunk.ts`): CBOR, numbers in as few bytes as
 * they take.
 */
export class ChunkWriter {
  length = 0;
  #bytes = new Uint8Array(4096);

  /** The head of a value: its kind (0: a number, 1: a negative one, 3: text, 4: a list), and its number or length. */
  head(kind: number, value: number): void {
    this.#room(5);
    const bytes = this.#bytes;
    const kindBits = kind << 5;
    if (value < 24) bytes[this.length++] = kindBits | value;
    else if (value < 0x100) {
      bytes[this.length++] = kindBits | 24;
      bytes[this.length++] = value;
    } else {
      const size = value < 0x1_0000 ? 2 : 4;
      bytes[this.length++] = kindBits | (size === 2 ? 25 : 26);
      for (let at = size - 1; at >= 0; at -= 1) bytes[this.length++] = value >>> (at * 8);
    }
  }

  /** A number that takes a byte for every seven bits, as in `bytes.ts`. */
  number(value: number): void {
    this.#room(8);
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) this.#bytes[this.length++] = (left & 127) | 128;
    this.#bytes[this.length++] = left;
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

  /** What was written from a place on; it stays as it is until the next is written. */
  since(from: number): Uint8Array {
    return this.#bytes.subarray(from, this.length);
  }

  /** Keeps only what was written from a place on. */
  dropBefore(from: number): void {
    this.#bytes.copyWithin(0, from, this.length);
    this.length -= from;
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** Puts words that are written already together into a part of the index. */
export function writeChunk(words: Uint8Array, count: number): Uint8Array {
  const out = new ChunkWriter();
  out.raw(new TextEncoder().encode(MAGIC));
  out.head(4, 1);
  out.head(4, count);
  out.raw(words);
  return out.since(0);
}
