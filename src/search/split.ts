import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ByteWriter } from './bytes.ts';
import { type FormPlaces, writePartWord } from './part-words.ts';
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
  const out = new ByteWriter();
  const columns = new ByteWriter();
  const none = Buffer.from(NO_WORDS).toString('latin1');
  for (const reader of filesIn(folder)) {
    reader.list();
    for (let words = reader.list(); words > 0; words -= 1) {
      const hasVariants = reader.list() > 2;
      const word = reader.text();
      const forms: Omit<FormPlaces, 'bytes'>[] = [];
      const take = (form: string) => {
        // A word of which only variants are in the text has no page; else there is the one of the text.
        if (reader.list() === 0) return;
        reader.page();
        if (form === none) return;
        let from = 0;
        for (const [space, layout] of spaces.entries()) {
          const to = reader.ends[space] ?? 0;
          if (to > from) forms.push({ form, space, ...writeColumns(columns, reader.numbers.subarray(from, to), layout) });
          from = to;
        }
      };
      take(word);
      if (hasVariants) {
        for (let variants = reader.list(); variants > 0; variants -= 1) {
          reader.list();
          take(reader.text());
        }
        forms.sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : a.space - b.space));
      }
      if (forms.length === 0) continue;
      const bytes = columns.written();
      writePartWord(
        out,
        word,
        forms.map((form) => ({ ...form, bytes })),
      );
      columns.length = 0;
    }
  }
  return out.done();
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

/** Writes the columns of a form in one space, of which these are the numbers, rising. */
function writeColumns(out: ByteWriter, numbers: Uint32Array, { articles, begins }: Space): Omit<FormPlaces, 'form' | 'space' | 'bytes'> {
  const gaps = out.length;
  const first = articles[numbers[0] ?? 0] ?? 0;
  let last = first;
  const counts = [0];
  for (const number of numbers) {
    const article = articles[number] ?? 0;
    if (article !== last) {
      out.number(article - last);
      last = article;
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  const times = out.length;
  out.numbers(counts);
  const places = out.length;
  let at = 0;
  for (const count of counts) {
    let before = begins[articles[numbers[at] ?? 0] ?? 0] ?? 0;
    for (const end = at + count; at < end; at += 1) {
      const number = numbers[at] ?? 0;
      out.number(number - before);
      before = number;
    }
  }
  return { pages: counts.length, first, last, gaps, times, places, end: out.length };
}
