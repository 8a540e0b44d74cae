import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Article } from '../archive/article.ts';
import { isBefore, readWords } from './chunk.ts';
import type { Form } from './lexicon.ts';
import { mergeIndexes, type Part } from './merge.ts';
import { foldFragment, fragmentOf, NO_WORDS, type SearchRecord, searchRecord } from './record.ts';
import { baseLanguage, loadStem } from './stem.ts';
import { fragmentFile, type Indexed, LETTERS, makeTable, type Names, TABLE_FILE, writeTable } from './table.ts';

/** What a bundle is made of. */
export interface BundleOptions {
  /** Of one language, in the archive's order. */
  articles: readonly Article[];
  /** Sources and topics of the archive. */
  names: { sources: Names; topics: Names };
  /** An article's text as plain words, a block a line. */
  readText(article: Article): string;
  /** Folder of the bundle; must not be there yet. */
  dir: string;
  /** Most articles that Pagefind is given at once. */
  atOnce?: number;
}

/** So many articles Pagefind is given at once: it takes some 0.2 MB for each until it has written them. */
const AT_ONCE = 1250;

/**
 * Writes one bundle of the search index, the same bytes for the same articles: Pagefind's index of words,
 * a fragment for each article, and the table. What else Pagefind writes is its own client's, and is not
 * kept. Throws on any fault of Pagefind, whose own process goes on until {@link endIndexing}.
 * @returns The bundle's vocabulary, sorted.
 */
export async function writeBundle({ articles, names, readText, dir, atOnce = AT_ONCE }: BundleOptions): Promise<Form[]> {
  const indexed: Indexed[] = [];
  const vocabulary = new Set<string>();
  const given = new Set<string>();
  const parts: Part[] = [];
  for (const folder of ['fragment', 'index']) await mkdir(join(dir, folder), { recursive: true });
  for (let first = 0; first < articles.length; first += atOnce) {
    const part = { dir: join(dir, `part-${first}`), first };
    parts.push(part);
    const records: SearchRecord[] = [];
    for (const article of articles.slice(first, first + atOnce)) {
      const fragment = fragmentOf(article, readText(article));
      const folded = foldFragment(fragment);
      let length = 0;
      for (const words of Object.values(folded).flat()) {
        length += words.length;
        for (const word of words) vocabulary.add(word);
      }
      records.push(searchRecord(folded, records.length));
      const bytes = deflateRawSync(JSON.stringify(fragment));
      const name = nameOf(article.day, bytes, given);
      writeFileSync(join(dir, fragmentFile(article.day, name)), bytes);
      indexed.push({ article, length, fragment: name });
    }
    await indexPart(records, part.dir);
  }
  const chunks = mergeIndexes(parts, join(dir, 'index'));
  for (const part of parts) await rm(part.dir, { recursive: true });
  await writeFile(join(dir, TABLE_FILE), deflateRawSync(writeTable(makeTable(indexed, names, chunks)), { level: 9 }));
  return toForms(vocabulary, baseLanguage(articles[0]?.language ?? ''));
}

/** The vocabulary of a bundle that was written, read from its index. */
export async function readForms(dir: string, language: string): Promise<Form[]> {
  const vocabulary = new Set<string>();
  for (const file of readdirSync(join(dir, 'index'))) {
    const words = readWords(gunzipSync(readFileSync(join(dir, 'index', file))), (word) => {
      vocabulary.add(word);
      return false;
    });
    for (const _ of words);
  }
  vocabulary.delete(NO_WORDS);
  return toForms(vocabulary, language);
}

async function toForms(vocabulary: ReadonlySet<string>, language: string): Promise<Form[]> {
  const stem = await loadStem(language);
  return [...vocabulary].sort((a, b) => (isBefore(a, b) ? -1 : 1)).map((word) => [word, stem(word)]);
}

/** Has Pagefind index some records. */
async function indexPart(records: readonly SearchRecord[], dir: string): Promise<void> {
  // Words come folded, and their forms are found by the lexicon: Pagefind is to take them as they are.
  const { index, errors } = await createIndex({ forceLanguage: 'unknown', maxFragments: 1 });
  const made = demand(index, errors);
  try {
    for (const { meta, ...record } of records) {
      const answer = await made.addCustomRecord({ ...record, meta: { ...meta } });
      demand(answer.file, answer.errors);
    }
    const written = await made.writeFiles({ outputPath: dir });
    demand(written.outputPath, written.errors);
  } finally {
    await made.deleteIndex();
  }
}

/** Ends Pagefind's process, if there is one. */
export async function endIndexing(): Promise<void> {
  await close();
}

function demand<Value>(value: Value | undefined, errors: readonly string[]): Value {
  if (errors.length > 0 || value === undefined) throw new Error(`The search index could not be made. Pagefind says: ${errors.join('; ') || 'nothing'}`);
  return value;
}

/** Letters, made of its content, that name an article's fragment among those of its day. */
function nameOf(day: string, bytes: Uint8Array, given: Set<string>): string {
  for (let digest = hash('sha256', bytes); ; digest = hash('sha256', digest)) {
    const letters = (Number.parseInt(digest.slice(0, 8), 16) % 36 ** LETTERS).toString(36).padStart(LETTERS, '0');
    if (given.has(day + letters)) continue;
    given.add(day + letters);
    return letters;
  }
}
