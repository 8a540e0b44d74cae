import { SPACES } from './record.ts';

/** What Pagefind's unpacked files begin with. */
const MAGIC = 'pagefind_dcd';

/**
 * Reads a file of the index that Pagefind (1.6) made of one text, and makes nothing of its many numbers. It is CBOR:
 * `[[word, [[page, [place …], [place in meta …]] …], [[variant, [page …]] …]] …]`. Places count from the one before; a
 * negative number changes the weight of the places after it, or in meta the field, and lets them count from 0 again.
 * Words are their bytes in UTF-8, each as a letter.
 */
export class TextReader {
  /** Numbers of the page that was read last, space by space and rising. */
  numbers = new Uint32Array(1024);
  /** Where those of each of {@link SPACES} end. */
  readonly ends: number[] = SPACES.map(() => 0);
  readonly #bytes: Buffer;
  #at = MAGIC.length;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new Error('This is no part of a search index.');
  }

  /** How long the list is that begins here. */
  list(): number {
    return this.#head(4);
  }

  text(): string {
    const length = this.#head(3);
    this.#at += length;
    return this.#bytes.toString('latin1', this.#at - length, this.#at);
  }

  page(): void {
    const hasMeta = this.list() > 2;
    this.#head(0);
    // In the text, a negative number changes the weight of those after it.
    let end = this.#places(0, () => {});
    this.numbers.subarray(0, end).sort();
    let space = 0;
    const endUntil = (next: number, at: number) => {
      for (; space < next; space += 1) this.ends[space] = at;
    };
    endUntil(1, end);
    // In the fields, it says which they belong to.
    if (hasMeta) end = this.#places(end, (field, at) => endUntil(field + 1, at));
    endUntil(this.ends.length, end);
  }

  /** Reads places and puts them behind others. After a negative number, -1 - mark, they count from 0 again. */
  #places(from: number, onMark: (mark: number, at: number) => void): number {
    let left = this.list();
    if (from + left > this.numbers.length) {
      const larger = new Uint32Array(2 * (from + left));
      larger.set(this.numbers);
      this.numbers = larger;
    }
    let at = from;
    let last = 0;
    for (; left > 0; left -= 1) {
      if ((this.#bytes[this.#at] ?? 0) >> 5 === 1) {
        onMark(this.#head(1), at);
        last = 0;
      } else {
        last += this.#head(0);
        this.numbers[at++] = last;
      }
    }
    return at;
  }

  #head(kind: number): number {
    const byte = this.#bytes[this.#at++] ?? -1;
    const info = byte & 31;
    if (byte >> 5 !== kind || info > 26) throw new Error('This part of the search index cannot be read.');
    if (info < 24) return info;
    let value = 0;
    for (let left = 1 << (info - 24); left > 0; left -= 1) value = value * 256 + (this.#bytes[this.#at++] ?? 0);
    return value;
  }
}
