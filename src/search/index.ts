import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Article } from '../archive/article.ts';
import { TABLE_FILE } from './catalogue.ts';
import { isBefore, readForms } from './chunk.ts';
import type { BundleWords } from './lexicon.ts';
import { type IndexFiles, type Merged, mergeParts } from './merge.ts';
import { type IndexPart, makePart, type PartOptions } from './part.ts';
import { baseLanguage, loadStem } from './stem.ts';
import { readTable } from './table.ts';
import { tableFiles } from './table-files.ts';

/** What a bundle is made of. */
export interface BundleOptions extends Omit<PartOptions, 'articles'>, IndexFiles {
  /** Of one language, in the archive's order, and in the parts that are indexed together. */
  parts: readonly (readonly Article[])[];
  /** A part that was made before and whose fragments are written already, if there is one. */
  kept?(part: number): IndexPart | undefined;
  /** Is told each part that was made. */
  onMade?(part: number, made: IndexPart): void;
}

/**
 * Writes one bundle of the search index, the same bytes for the same articles: the index of words that
 * Pagefind has made of each part, joined; a fragment for each article; and the table. Throws on any fault
 * of Pagefind, whose own process goes on until `endIndexing`.
 */
export async function writeBundle({ parts, kept, onMade, ...options }: BundleOptions): Promise<BundleWords> {
  const made: (IndexPart & { first: number })[] = [];
  let first = 0;
  for (const [at, articles] of parts.entries()) {
    let part = kept?.(at);
    if (part === undefined) {
      part = await makePart({ ...options, articles });
      onMade?.(at, part);
    }
    made.push({ ...part, first });
    first += articles.length;
  }
  const { chunks, vocabulary } = mergeParts(made, options);
  const indexed = parts.flatMap((articles, part) =>
    articles.map((article, at) => ({ article, length: made[part]?.lengths[at] ?? 0, fragment: made[part]?.fragments[at] ?? '' })),
  );
  for (const [file, bytes] of tableFiles(indexed, chunks)) options.write(file, bytes);
  return wordsOf(vocabulary, indexed.length, baseLanguage(indexed[0]?.article.language ?? ''));
}

/** The words of a bundle that was written, read from its index. */
export async function vocabularyOf(dir: string, language: string): Promise<BundleWords> {
  const read = (file: string) => inflateRawSync(readFileSync(join(dir, file)));
  const vocabulary = readdirSync(join(dir, 'index')).flatMap((file) => readForms(read(join('index', file))));
  return wordsOf(vocabulary, readTable(read(TABLE_FILE)).days.length, language);
}

/** A word is frequent that stands in so many of a bundle's articles: few are, and half of what is written is made of them. */
const FREQUENT = { part: 1 / 4, least: 8 };

async function wordsOf(vocabulary: Merged['vocabulary'], articles: number, language: string): Promise<BundleWords> {
  const stem = await loadStem(language);
  const sorted = vocabulary.toSorted((a, b) => (isBefore(a.form, b.form) ? -1 : 1));
  const most = Math.max(FREQUENT.least, articles * FREQUENT.part);
  return {
    forms: sorted.map(({ form }) => [form, stem(form)]),
    frequent: sorted.flatMap((word) => (word.articles >= most ? [word.form] : [])),
  };
}
