import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Article } from '../archive/article.ts';
import { isBefore, readForms } from './chunk.ts';
import type { Form } from './lexicon.ts';
import { type IndexFiles, mergeParts } from './merge.ts';
import { type IndexPart, makePart, type PartOptions } from './part.ts';
import { baseLanguage, loadStem } from './stem.ts';
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
 * @returns The bundle's vocabulary, sorted.
 */
export async function writeBundle({ parts, kept, onMade, ...options }: BundleOptions): Promise<Form[]> {
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
  return toForms(vocabulary, baseLanguage(indexed[0]?.article.language ?? ''));
}

/** The vocabulary of a bundle that was written, read from its index. */
export async function vocabularyOf(dir: string, language: string): Promise<Form[]> {
  const folder = join(dir, 'index');
  return toForms(
    readdirSync(folder).flatMap((file) => readForms(inflateRawSync(readFileSync(join(folder, file))))),
    language,
  );
}

async function toForms(vocabulary: readonly string[], language: string): Promise<Form[]> {
  const stem = await loadStem(language);
  return vocabulary.toSorted((a, b) => (isBefore(a, b) ? -1 : 1)).map((word) => [word, stem(word)]);
}
