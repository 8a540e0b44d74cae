import type { ByteWriter } from './bytes.ts';

/**
 * The words of a part of a bundle, as they are kept and joined into the bundle's index: in the order of
 * their keys, and every form with its columns as the index has them (see `chunk.ts`), so that joining copies bytes.
 * A form's first article stands apart: its number is all that changes when other parts go before.
 *
 * Words are handled as their bytes in UTF-8, each as a letter (`latin1`): so they sort as Pagefind sorts
 * them, and need not be decoded.
 */

/** A form of a word in one space of a part. */
export interface FormPlaces {
  form: string;
  /** Position of the space in `SPACES`. */
  space: number;
  /** How many articles it is in, and the positions of the first and the last. */
  pages: number;
  first: number;
  last: number;
  /** Its columns lie here, one after the other: the distances of its articles, without the first; how often it is in each; and its places. */
  bytes: Uint8Array;
  gaps: number;
  times: number;
  places: number;
  end: number;
}

/** Writes a word. A form that is the key itself is not written again. */
export function writePartWord(out: ByteWriter, key: string, forms: readonly FormPlaces[]): void {
  text(out, key);
  out.number(forms.length);
  for (const { form, space, pages, first, last, bytes, gaps, times, places, end } of forms) {
    text(out, form === key ? '' : form);
    for (const number of [space, pages, first, last, times - gaps, places - times, end - places]) out.number(number);
    out.raw(bytes, gaps, end);
  }
}

function text(out: ByteWriter, latin1: string): void {
  const bytes = Buffer.from(latin1, 'latin1');
  out.number(bytes.length);
  out.raw(bytes);
}

/** Reads the words of a part, one after the other. */
export class PartReader {
  /** The word that it has come to; undefined after the last. */
  key: string | undefined;
  readonly #bytes: Buffer;
  readonly #first: number;
  #at = 0;

  /** @param first Position in the bundle of the part's first article; positions are counted on from there. */
  constructor(bytes: Uint8Array, first: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#first = first;
    this.#next();
  }

  /** Adds the forms of the word to others, and goes on to the next word. */
  take(forms: FormPlaces[]): void {
    for (let left = this.#number(); left > 0; left -= 1) {
      const form = this.#text() || (this.key ?? '');
      const space = this.#number();
      const pages = this.#number();
      const first = this.#first + this.#number();
      const last = this.#first + this.#number();
      const [inGaps, inTimes, inPlaces] = [this.#number(), this.#number(), this.#number()];
      const gaps = this.#at;
      const times = gaps + inGaps;
      const places = times + inTimes;
      const end = places + inPlaces;
      this.#at = end;
      forms.push({ form, space, pages, first, last, bytes: this.#bytes, gaps, times, places, end });
    }
    this.#next();
  }

  #next(): void {
    this.key = this.#at < this.#bytes.length ? this.#text() : undefined;
  }

  #text(): string {
    const length = this.#number();
    this.#at += length;
    return this.#bytes.toString('latin1', this.#at - length, this.#at);
  }

  #number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
}
