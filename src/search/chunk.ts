import { ByteReader } from './bytes.ts';
import { SPACES } from './record.ts';

/**
 * Reads a part of the index of words, unpacked. `chunk-writer.ts` writes it, in columns, for like numbers side by side
 * pack best (a quarter less than Pagefind's own form, in which all there is to an article stands together):
 *
 * - the number of forms, how many letters each has in common with the one before, and what else it is made of,
 *   with spaces between them;
 * - the spaces that each form stands in: twice the position in `SPACES`, and one more where another follows;
 * - for each form in a space, in how many articles it is;
 * - for each of these, its distance from the one before; before this column stands its length in bytes;
 * - how often the form is there; with its length, too;
 * - each place, as its distance from the one before in the article.
 */

/** Where a word is in one space of an article. */
export interface Places {
  /** Position of the article in its bundle. */
  page: number;
  /** Position of the space in `SPACES`. */
  space: number;
  /** Its numbers there, rising. Read anew each time: all of a frequent word's would fill the memory. */
  numbers(): number[];
}

/** The word as the index is sorted by it: without the marks of composed letters, as Pagefind has it. */
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
 * All places of words in a part.
 * @param wanted Is asked for each form as it stands in the texts.
 */
export function* readWords(bytes: Uint8Array, wanted: (form: string) => boolean): Generator<Places> {
  for (const { space, pages, times, begins } of listsIn(bytes, wanted)) {
    const from = begins();
    for (const [at, page] of pages.entries()) yield { page, space, numbers: () => summed(new ByteReader(bytes, from[at]).numbers(times[at] ?? 0)) };
  }
}

/**
 * Counts the places of words, without reading them: a frequent word has a million.
 * @param wanted Is asked for each form as it stands in the texts.
 * @param add Is told how often a form is in a space of an article.
 */
export function countWords(bytes: Uint8Array, wanted: (form: string) => boolean, add: (page: number, space: number, times: number) => void): void {
  for (const { space, pages, times } of listsIn(bytes, wanted)) for (const [at, page] of pages.entries()) add(page, space, times[at] ?? 0);
}

/** Forms of the words of a part, in its order, and how many articles have each in their text. */
export function readForms(bytes: Uint8Array): { form: string; articles: number }[] {
  const { forms, kinds, counts } = headOf(new ByteReader(bytes));
  const text = SPACES.indexOf('text');
  let at = -1;
  return forms.map((form) => {
    let articles = 0;
    do {
      at += 1;
      if ((kinds[at] ?? 0) >> 1 === text) articles = counts[at] ?? 0;
    } while ((kinds[at] ?? 0) % 2 === 1);
    return { form, articles };
  });
}

/** A form in one space. */
interface List {
  space: number;
  pages: readonly number[];
  /** How often it is in each. */
  times: readonly number[];
  /** Where its places in each begin; can be asked once. */
  begins(): number[];
}

function* listsIn(bytes: Uint8Array, wanted: (form: string) => boolean): Generator<List> {
  const reader = new ByteReader(bytes);
  const { forms, kinds, counts } = headOf(reader);
  const gaps = reader.column(reader.number());
  const times = reader.column(reader.number());
  // Of places before those that are looked at next: most are never looked at.
  let unread = 0;
  let form = 0;
  for (const [at, kind] of kinds.entries()) {
    const count = counts[at] ?? 0;
    const own = times.numbers(count);
    let isRead = false;
    const begins = () => {
      reader.skip(unread);
      unread = 0;
      isRead = true;
      return own.map((each) => reader.skip(each));
    };
    if (wanted(forms[form] ?? '')) yield { space: kind >> 1, pages: summed(gaps.numbers(count)), times: own, begins };
    else gaps.skip(count);
    if (!isRead) for (const each of own) unread += each;
    if (kind % 2 === 0) form += 1;
  }
}

/** What comes before the three columns: forms, the spaces of each, and in how many articles it is there. */
function headOf(reader: ByteReader): { forms: string[]; kinds: number[]; counts: number[] } {
  const forms = formsIn(reader);
  const kinds: number[] = [];
  for (const _ of forms) {
    let kind = 1;
    while (kind % 2 === 1) {
      kind = reader.number();
      kinds.push(kind);
    }
  }
  return { forms, kinds, counts: reader.numbers(kinds.length) };
}

function formsIn(reader: ByteReader): string[] {
  const shared = reader.numbers(reader.number());
  const rest = reader.text().split(' ');
  let before = '';
  return shared.map((letters, at) => {
    before = before.slice(0, letters) + (rest[at] ?? '');
    return before;
  });
}

function summed(gaps: number[]): number[] {
  let sum = 0;
  return gaps.map((gap) => {
    sum += gap;
    return sum;
  });
}
