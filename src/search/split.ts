import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ChunkWriter } from './chunk-writer.ts';
import { type FormPages, writePartWord } from './part-words.ts';
import { NO_WORDS, SPACES } from './record.ts';
import { TextReader } from './text-reader.ts';

/** How many numbers each article takes in every space of {@link SPACES}, where all are one text. */
export type Numbers = readonly (readonly number[])[];

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
  const none = Buffer.from(NO_WORDS).toString('latin1');
  for (const reader of filesIn(folder)) {
    reader.list();
    for (let words = reader.list(); words > 0; words -= 1) {
      const hasVariants = reader.list() > 2;
      const word = reader.text();
      const forms: Omit<FormPages, 'bytes'>[] = [];
      const take = (form: string) => {
        // A word of which only variants are in the text has no page; else there is the one of the text.
        if (reader.list() === 0) return;
        reader.page();
        if (form !== none) forms.push({ form, ...writePages(pages, reader, spaces) });
      };
      take(word);
      if (hasVariants) {
        for (let variants = reader.list(); variants > 0; variants -= 1) {
          reader.list();
          take(reader.text());
        }
        forms.sort((a, b) => (a.form < b.form ? -1 : 1));
      }
      if (forms.length === 0) continue;
      const bytes = pages.since(0);
      writePartWord(
        out,
        word,
        forms.map((form) => ({ ...form, bytes })),
      );
      pages.dropBefore(pages.length);
    }
  }
  return out.since(0).slice();
}

/** The files of an index, in the order of the words that they begin with. */
function filesIn(folder: string): TextReader[] {
  const files = readdirSync(folder).map((file) => {
    const bytes = gunzipSync(readFileSync(join(folder, file)));
    const reader = new TextReader(bytes);
    for (let lists = 0; lists < 3; lists += 1) reader.list();
    return { word: reader.text(), bytes };
  });
  return files.sort((a, b) => (a.word < b.word ? -1 : 1)).map(({ bytes }) => new TextReader(bytes));
}

/** Which article each number of a space belongs to, and where each article's numbers begin. */
interface Space {
  articles: Uint32Array;
  begins: Uint32Array;
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

/** Stands for the article after the last one. */
const NONE = 0xffff_ffff;

/** Writes the pages of a form; its numbers are those that a reader has come to. */
function writePages(out: ChunkWriter, { numbers, ends }: TextReader, spaces: readonly Space[]): Omit<FormPages, 'form' | 'bytes'> {
  const from = out.length;
  // Of each space, where the numbers begin that are not written yet, and where those of the article end.
  const at = ends.map((_, space) => ends[space - 1] ?? 0);
  const to = [...at];
  let pages = 0;
  let first = 0;
  let last = 0;
  for (;;) {
    let article = NONE;
    for (let space = 0; space < spaces.length; space += 1) {
      const next = at[space] ?? 0;
      if (next < (ends[space] ?? 0)) article = Math.min(article, spaces[space]?.articles[numbers[next] ?? 0] ?? NONE);
    }
    if (article === NONE) return { pages, first, last, from, to: out.length };
    // Each field takes the number that names it, and those of its places.
    let inFields = 0;
    for (let space = 0; space < spaces.length; space += 1) {
      const start = at[space] ?? 0;
      let end = start;
      while (end < (ends[space] ?? 0) && spaces[space]?.articles[numbers[end] ?? 0] === article) end += 1;
      to[space] = end;
      if (space > 0 && end > start) inFields += end - start + 1;
    }
    out.head(4, inFields > 0 ? 3 : 2);
    // The first page's number is left out.
    if (pages > 0) out.head(0, article - last);
    else first = article;
    last = article;
    pages += 1;
    for (let space = 0; space < spaces.length; space += 1) {
      const [start, end] = [at[space] ?? 0, to[space] ?? 0];
      if (space === 0) out.head(4, end - start);
      if (space === 1 && inFields > 0) out.head(4, inFields);
      // The number -1 - field.
      if (space > 0 && end > start) out.head(1, space - 1);
      let before = spaces[space]?.begins[article] ?? 0;
      for (let each = start; each < end; each += 1) {
        const number = numbers[each] ?? 0;
        out.head(0, number - before);
        before = number;
      }
      at[space] = end;
    }
  }
}
