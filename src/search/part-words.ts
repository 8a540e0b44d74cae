/**
 * The words of a part of a bundle, as they are kept and joined into the bundle's index: in the order of
 * their keys, and every form with its pages as Pagefind's format has them, so that joining copies bytes.
 * A form's first page stands apart: its number is all that changes when other parts go before.
 *
 * Words are handled as their bytes in UTF-8, each as a letter (`latin1`): so they sort as Pagefind sorts
 * them, and need not be decoded.
 */

/** A form of a word in a part. */
export interface FormPages {
  form: string;
  /** How many articles it is in, and the positions of the first and the last. */
  pages: number;
  first: number;
  last: number;
  /** The pages lie here, without the number of the first. */
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** What it takes to write numbers and bytes. */
interface Writer {
  number(value: number): void;
  raw(bytes: Uint8Array, from?: number, to?: number): void;
}

/** Writes a word. The first of its forms, or none, is the key itself. */
export function writePartWord(out: Writer, key: string, forms: readonly FormPages[]): void {
  text(out, key);
  out.number(forms.length);
  for (const { form, pages, first, last, bytes, from, to } of forms) {
    text(out, form === key ? '' : form);
    for (const number of [pages, first, last, to - from]) out.number(number);
    out.raw(bytes, from, to);
  }
}

function text(out: Writer, latin1: string): void {
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
  take(forms: FormPages[]): void {
    for (let left = this.#number(); left > 0; left -= 1) {
      const form = this.#text() || (this.key ?? '');
      const pages = this.#number();
      const first = this.#first + this.#number();
      const last = this.#first + this.#number();
      const length = this.#number();
      const from = this.#at;
      this.#at += length;
      forms.push({ form, pages, first, last, bytes: this.#bytes, from, to: this.#at });
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
