import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { indexKey, isBefore, type Places, readWords } from './chunk.ts';
import { ChunkWriter } from './chunk-writer.ts';
import { type FormPages, writePartWord } from './part-words.ts';
import { NO_WORDS, SPACES } from './record.ts';

/** How many numbers each article takes in every space of {@link SPACES}, where all are one text. */
export type Numbers = readonly (readonly number[])[];

/** Which article a number of a space belongs to, and where each article's numbers begin. */
interface Space {
  articles: Uint32Array;
  begins: Uint32Array;
}

/**
 * Takes the index apart that Pagefind made of the articles of a part as one text: into the articles in
 * which each word is, and its numbers there.
 * @param folder Holds Pagefind's files.
 * @returns See `part-words.ts`.
 */
export function splitIndex(folder: string, numbers: Numbers): Uint8Array {
  const spaces = SPACES.map((_, space) => layOut(numbers.map((each) => each[space] ?? 0)));
  const out = new ChunkWriter();
  const pages = new ChunkWriter();
  let key: string | undefined;
  let forms: Omit<FormPages, 'bytes'>[] = [];
  const flush = () => {
    if (key === undefined || forms.length === 0) return;
    forms.sort((a, b) => (a.form < b.form ? -1 : 1));
    writePartWord(
      out,
      latin1(key),
      forms.map((form) => ({ ...form, bytes: pages.since(0) })),
    );
    pages.dropBefore(pages.length);
    forms = [];
  };
  for (const [form, places] of wordsIn(folder)) {
    const own = indexKey(form);
    if (own !== key) flush();
    key = own;
    const [all] = places;
    if (form !== NO_WORDS && all !== undefined) forms.push({ form: latin1(form), ...writePages(pages, all.spaces, spaces) });
  }
  flush();
  return out.since(0).slice();
}

/** The words of Pagefind's files, in their order. */
function* wordsIn(folder: string): Generator<[form: string, places: Places[]]> {
  const files = readdirSync(folder).map((file) => {
    const bytes = gunzipSync(readFileSync(join(folder, file)));
    const [word] = readWords(bytes, () => true);
    return { bytes, key: indexKey(word?.[0] ?? '') };
  });
  files.sort((a, b) => (isBefore(a.key, b.key) ? -1 : 1));
  for (const { bytes } of files) yield* readWords(bytes, () => true);
}

function layOut(lengths: readonly number[]): Space {
  const begins = new Uint32Array(lengths.length);
  let sum = 0;
  for (const [article, length] of lengths.entries()) {
    begins[article] = sum;
    sum += length;
  }
  const articles = new Uint32Array(sum);
  for (const [article, length] of lengths.entries()) articles.fill(article, begins[article], (begins[article] ?? 0) + length);
  return { articles, begins };
}

/** Writes the pages of a form, whose numbers in the one text are given. */
function writePages(out: ChunkWriter, numbers: Places['spaces'], spaces: readonly Space[]): Omit<FormPages, 'form' | 'bytes'> {
  const from = out.length;
  const at = spaces.map(() => 0);
  let pages = 0;
  let first = 0;
  let last = 0;
  for (;;) {
    let article = Number.POSITIVE_INFINITY;
    for (let space = 0; space < spaces.length; space += 1) {
      const next = numbers[space]?.[at[space] ?? 0];
      if (next !== undefined) article = Math.min(article, spaces[space]?.articles[next] ?? Number.POSITIVE_INFINITY);
    }
    if (article === Number.POSITIVE_INFINITY) return { pages, first, last, from, to: out.length };
    const own = spaces.map((space, index) => {
      const all = numbers[index] ?? [];
      const start = at[index] ?? 0;
      let end = start;
      while (end < all.length && space.articles[all[end] ?? 0] === article) end += 1;
      at[index] = end;
      return all.slice(start, end).map((number) => number - (space.begins[article] ?? 0));
    });
    writePage(out, pages === 0 ? undefined : article - last, own);
    if (pages === 0) first = article;
    last = article;
    pages += 1;
  }
}

/** Writes a page, and how far it is from the one before; the first leaves that out. */
function writePage(out: ChunkWriter, distance: number | undefined, [text = [], ...meta]: readonly (readonly number[])[]): void {
  const inMeta = meta.reduce((sum, numbers) => sum + (numbers.length > 0 ? numbers.length + 1 : 0), 0);
  out.head(4, inMeta > 0 ? 3 : 2);
  if (distance !== undefined) out.head(0, distance);
  out.head(4, text.length);
  writeRising(out, text);
  if (inMeta === 0) return;
  out.head(4, inMeta);
  for (const [field, numbers] of meta.entries()) {
    if (numbers.length === 0) continue;
    // The number -1 - field.
    out.head(1, field);
    writeRising(out, numbers);
  }
}

function writeRising(out: ChunkWriter, numbers: readonly number[]): void {
  let before = 0;
  for (const number of numbers) {
    out.head(0, number - before);
    before = number;
  }
}

function latin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}
