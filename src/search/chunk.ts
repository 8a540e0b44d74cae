/**
 * Reads a part of Pagefind's index of words (`*.pf_index`, version 1.6), unpacked: CBOR with
 * `[[word, [[page, [place …], [place in meta …]] …], [[variant, [page …]] …]] …]`.
 * Pages count from the one before, and so do places; a negative number changes the weight of the places
 * after it, or in meta the field, and lets them count from 0 again.
 */

/** Where a word is in one article: its numbers in the text and in each meta field, each in order. */
export interface Places {
  /** Position of the article in its bundle. */
  page: number;
  /** Numbers by space: first the text, then the meta fields in the order of their names; none where there are none. */
  spaces: (readonly number[] | undefined)[];
}

/** What Pagefind's unpacked files begin with. */
export const MAGIC = 'pagefind_dcd';

/** The word as Pagefind sorts and names it: without the marks of composed letters. */
export function indexKey(word: string): string {
  return /^[\x20-\x7e]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether a key stands before another in the index: by code points. */
export function isBefore(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const [unit, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (unit !== other) return rank(unit) < rank(other);
  }
  return a.length < b.length;
}

/** Puts the halves of letters beyond 0xFFFF after all others. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** How often a word is in one article, by space as in {@link Places}. */
export interface Counts {
  page: number;
  spaces: (number | undefined)[];
}

/**
 * Words of a chunk, in its order, with all their places by page.
 * @param wanted Is asked for each form as it stands in the texts.
 */
export function readWords(bytes: Uint8Array, wanted: (form: string) => boolean): Generator<[form: string, places: Places[]]> {
  return readEach(bytes, wanted, (reader) => reader.pages((listOf) => reader.numbers(listOf)));
}

/** The same, but how often only: a frequent word has a million places. */
export function readCounts(bytes: Uint8Array, wanted: (form: string) => boolean): Generator<[form: string, counts: Counts[]]> {
  return readEach(bytes, wanted, (reader) => reader.pages((listOf) => reader.counts(listOf)));
}

function* readEach<Page>(bytes: Uint8Array, wanted: (form: string) => boolean, pagesOf: (reader: Reader) => Page[]): Generator<[form: string, pages: Page[]]> {
  const reader = new Reader(bytes);
  for (const form of reader.forms()) {
    const pages = wanted(form) ? pagesOf(reader) : [];
    if (pages.length > 0) yield [form, pages];
  }
}

/** Words of a chunk that are in some article, in its order. */
export function* readForms(bytes: Uint8Array): Generator<string> {
  const reader = new Reader(bytes);
  for (const form of reader.forms()) if (reader.hasPages()) yield form;
}

class Reader {
  private readonly bytes: Uint8Array;
  private at = MAGIC.length;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new Error('This is no part of a search index.');
  }

  /** Every form, with the reader before its pages; they are left out where nobody reads them. */
  *forms(): Generator<string> {
    this.array();
    for (let words = this.array(); words > 0; words -= 1) {
      const parts = this.array();
      yield* this.form();
      if (parts < 3) continue;
      for (let variants = this.array(); variants > 0; variants -= 1) {
        this.array();
        yield* this.form();
      }
    }
  }

  private *form(): Generator<string> {
    const form = this.text();
    const before = this.at;
    yield form;
    if (this.at === before) this.skip();
  }

  /** Whether the form that was handed out last has pages. */
  hasPages(): boolean {
    return this.bytes[this.at] !== 0x80;
  }

  private array(): number {
    return this.head(4);
  }

  private text(): string {
    const length = this.head(3);
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }

  /** Pages, with what is read of each list of places; a negative number in the text's changes a weight, which we have no use for. */
  pages<Value>(read: (listOf: (mark: number) => number) => (Value | undefined)[]): { page: number; spaces: (Value | undefined)[] }[] {
    const pages: { page: number; spaces: (Value | undefined)[] }[] = [];
    let page = 0;
    for (let left = this.array(); left > 0; left -= 1) {
      const parts = this.array();
      page += this.head(0);
      const spaces = read(() => 0);
      if (parts > 2) for (const [field, value] of read((mark) => mark).entries()) if (value !== undefined) spaces[field] = value;
      pages.push({ page, spaces });
    }
    return pages;
  }

  /** Reads places; a negative number says in which list those after it belong. */
  numbers(listOf: (mark: number) => number): number[][] {
    const lists: number[][] = [];
    let last = 0;
    let list = 0;
    let isTurned = false;
    for (let left = this.array(); left > 0; left -= 1) {
      const value = this.integer();
      if (value < 0) {
        list = listOf(-value);
        last = 0;
        isTurned = true;
      } else {
        last += value;
        lists[list] ??= [];
        lists[list]?.push(last);
      }
    }
    if (isTurned) for (const each of lists) each?.sort((a, b) => a - b);
    return lists;
  }

  /** Counts places, list by list, without reading them. */
  counts(listOf: (mark: number) => number): number[] {
    const lists: number[] = [];
    let list = 0;
    for (let left = this.array(); left > 0; left -= 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte >> 5 === 1) list = listOf(-this.integer());
      else {
        const info = byte & 31;
        this.at += info < 24 ? 1 : 1 + (1 << (info - 24));
        lists[list] = (lists[list] ?? 0) + 1;
      }
    }
    return lists;
  }

  /** Goes past one value of any kind that stands in an index. */
  private skip(): void {
    const major = (this.bytes[this.at] ?? 0) >> 5;
    const value = this.head(major);
    if (major === 3) this.at += value;
    if (major === 4) for (let left = value; left > 0; left -= 1) this.skip();
  }

  private integer(): number {
    const major = (this.bytes[this.at] ?? 0) >> 5;
    return major === 1 ? -1 - this.head(1) : this.head(0);
  }

  private head(major: number): number {
    const byte = this.bytes[this.at] ?? -1;
    if (byte >> 5 !== major) throw new Error('This part of the search index cannot be read.');
    this.at += 1;
    const info = byte & 31;
    if (info < 24) return info;
    if (info > 26) throw new Error('This part of the search index cannot be read.');
    let value = 0;
    for (let left = 1 << (info - 24); left > 0; left -= 1) value = value * 256 + (this.bytes[this.at++] ?? 0);
    return value;
  }
}
