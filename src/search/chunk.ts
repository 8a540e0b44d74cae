import { decodeText } from './bytes.ts';

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
  /** Numbers by space: first the text, then the meta fields in the order of their names; none where there are none. Read anew each time: all of a frequent word's would fill the memory. */
  spaces(): (readonly number[] | undefined)[];
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

/**
 * Words of a chunk, in its order, with all their places by page.
 * @param wanted Is asked for each form as it stands in the texts.
 */
export function* readWords(bytes: Uint8Array, wanted: (form: string) => boolean): Generator<[form: string, places: Places[]]> {
  const reader = new Reader(bytes);
  for (const form of reader.forms()) {
    const pages = wanted(form) ? reader.pages() : [];
    if (pages.length > 0) yield [form, pages];
  }
}

/**
 * Counts the places of words, without reading them: a frequent word has a million.
 * @param wanted Is asked for each form as it stands in the texts.
 * @param add Is told how often a form is in a space of an article.
 */
export function countWords(bytes: Uint8Array, wanted: (form: string) => boolean, add: (page: number, space: number, times: number) => void): void {
  const reader = new Reader(bytes);
  for (const form of reader.forms()) if (wanted(form)) reader.counts(add);
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
    for (let at = 0; at < MAGIC.length; at += 1) if (bytes[at] !== MAGIC.charCodeAt(at)) throw new Error('This is no part of a search index.');
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
    return decodeText(this.bytes, this.at - length, this.at);
  }

  /** Pages of a form with its places. */
  pages(): Places[] {
    const pages: Places[] = [];
    let page = 0;
    for (let left = this.array(); left > 0; left -= 1) {
      const parts = this.array();
      page += this.head(0);
      const { at } = this;
      pages.push({ page, spaces: () => this.spaces(at, parts > 2) });
      this.skip();
      if (parts > 2) this.skip();
    }
    return pages;
  }

  /** The places of a page that begin here; a negative number in the text's changes a weight, which we have no use for. */
  private spaces(at: number, fields: boolean): number[][] {
    const before = this.at;
    const spaces: number[][] = [];
    this.at = at;
    this.numbers(spaces, false);
    if (fields) this.numbers(spaces, true);
    this.at = before;
    return spaces;
  }

  /** Reads places; where there are `fields`, a negative number says in which list those after it belong. */
  private numbers(lists: number[][], fields: boolean): void {
    let last = 0;
    let list: number[] | undefined;
    const turned = new Set<number[]>();
    for (let left = this.array(); left > 0; left -= 1) {
      const value = this.integer();
      if (value < 0) {
        last = 0;
        if (fields) list = lists[-value] ??= [];
        if (list !== undefined) turned.add(list);
      } else {
        last += value;
        list ??= lists[0] ??= [];
        list.push(last);
      }
    }
    for (const each of turned) each.sort((a, b) => a - b);
  }

  /** Counts the places of a form, without reading them. */
  counts(add: (page: number, space: number, times: number) => void): void {
    let page = 0;
    for (let left = this.array(); left > 0; left -= 1) {
      const parts = this.array();
      page += this.head(0);
      this.count(page, false, add);
      if (parts > 2) this.count(page, true, add);
    }
  }

  private count(page: number, fields: boolean, add: (page: number, space: number, times: number) => void): void {
    const { bytes } = this;
    let list = 0;
    let times = 0;
    for (let left = this.array(); left > 0; left -= 1) {
      const byte = bytes[this.at] ?? 0;
      if (byte >> 5 === 1) {
        const mark = -this.integer();
        if (!fields) continue;
        if (times > 0) add(page, list, times);
        list = mark;
        times = 0;
      } else {
        const info = byte & 31;
        this.at += info < 24 ? 1 : 1 + (1 << (info - 24));
        times += 1;
      }
    }
    if (times > 0) add(page, list, times);
  }

  /** Goes past one value of any kind that stands in an index. */
  private skip(): void {
    for (let left = 1; left > 0; left -= 1) {
      const major = (this.bytes[this.at] ?? 0) >> 5;
      const value = this.head(major);
      if (major === 3) this.at += value;
      if (major === 4) left += value;
    }
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
