import { MAGIC, type Places } from './chunk.ts';

/** A word as a part of the index holds it: by its key, with the places of the word itself and of its variants. */
export interface IndexedWord {
  key: string;
  /** Places by form; the key itself is one. */
  forms: ReadonlyMap<string, readonly Places[]>;
}

/** Writes words, in the order of their keys, as a part of Pagefind's index; see `chunk.ts`. */
export function writeChunk(words: readonly Uint8Array[]): Uint8Array {
  const out = new Writer();
  out.raw(new TextEncoder().encode(MAGIC));
  out.head(4, 1);
  out.head(4, words.length);
  for (const word of words) out.raw(word);
  return out.done();
}

/** Writes one word of a part. */
export function writeWord({ key, forms }: IndexedWord): Uint8Array {
  const out = new Writer();
  const variants = [...forms].filter(([form]) => form !== key);
  out.head(4, variants.length > 0 ? 3 : 2);
  out.text(key);
  out.pages(forms.get(key) ?? []);
  if (variants.length > 0) {
    out.head(4, variants.length);
    for (const [form, places] of variants) {
      out.head(4, 2);
      out.text(form);
      out.pages(places);
    }
  }
  return out.done();
}

class Writer {
  private bytes = new Uint8Array(256);
  private length = 0;

  pages(places: readonly Places[]): void {
    this.head(4, places.length);
    let before = 0;
    for (const { page, spaces } of places) {
      const [text = [], ...meta] = spaces;
      const fields = meta.flatMap((numbers, field) => (numbers === undefined ? [] : [{ field, numbers }]));
      this.head(4, fields.length > 0 ? 3 : 2);
      this.head(0, page - before);
      before = page;
      this.head(4, text.length);
      this.rising(text);
      if (fields.length === 0) continue;
      this.head(
        4,
        fields.reduce((sum, { numbers }) => sum + numbers.length + 1, 0),
      );
      for (const { field, numbers } of fields) {
        // The number -1 - field.
        this.head(1, field);
        this.rising(numbers);
      }
    }
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.head(3, bytes.length);
    this.raw(bytes);
  }

  /** The head of a value: its kind, and its number or length. */
  head(major: number, value: number): void {
    const size = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x1_0000 ? 2 : 4;
    this.room(5);
    this.bytes[this.length++] = (major << 5) | (size === 0 ? value : size === 1 ? 24 : size === 2 ? 25 : 26);
    for (let at = size - 1; at >= 0; at -= 1) this.bytes[this.length++] = (value >>> (at * 8)) & 255;
  }

  raw(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private rising(numbers: readonly number[]): void {
    let before = 0;
    for (const number of numbers) {
      this.head(0, number - before);
      before = number;
    }
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
