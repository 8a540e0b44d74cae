import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Article } from '../archive/article.ts';
import { firstWord, indexKey, isBefore } from './chunk.ts';
import { distinct, type Form } from './lexicon.ts';
import { blocksOf, fragmentOf, numberWords, SPACES, searchRecord } from './record.ts';
import { baseLanguage, loadStem } from './stem.ts';
import { type BundleTable, fragmentFile, type Indexed, makeTable, type Names, TABLE_FILE } from './table.ts';

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
}

/** What Pagefind's files of an index are named with. */
export const CHUNK_NAME = { before: 'unknown_', after: '.pf_index' };

// Places in one part of the index: an eighth of Pagefind's own measure, because each word that is looked
// for costs a part, of about 6 KB then.
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = '4000';

/**
 * Writes one bundle of the search index, the same bytes for the same articles: Pagefind's index of words,
 * a fragment for each article, and the table. What else Pagefind writes is its own client's, and is not
 * kept. Throws on any fault of Pagefind, whose own process goes on until {@link endIndexing}.
 * @returns The bundle's vocabulary, sorted.
 */
export async function writeBundle({ articles, names, readText, dir }: BundleOptions): Promise<Form[]> {
  // Words come folded, and their forms are found by the lexicon: Pagefind is to take them as they are.
  const { index, errors } = await createIndex({ forceLanguage: 'unknown', maxFragments: 1 });
  const made = demand(index, errors);
  const indexed: Indexed[] = [];
  const vocabulary = new Set<string>();
  await mkdir(join(dir, 'fragment'), { recursive: true });
  const given = new Set<string>();
  try {
    for (const [position, article] of articles.entries()) {
      const fragment = fragmentOf(article, readText(article));
      const words = SPACES.map((space) => numberWords(blocksOf(fragment, space)));
      for (const { word } of words.flat()) vocabulary.add(word);
      // One after the other: their order makes the numbers in the index.
      const { meta, ...record } = searchRecord(fragment, position);
      const answer = await made.addCustomRecord({ ...record, meta: { ...meta } });
      demand(
        answer.file,
        answer.errors.map((error) => `${article.file}: ${error}`),
      );
      const bytes = deflateRawSync(JSON.stringify(fragment), { level: 9 });
      const name = nameOf(article.day, bytes, given);
      await writeFile(join(dir, fragmentFile(article.day, name)), bytes);
      indexed.push({ article, length: words.reduce((sum, { length }) => sum + length, 0), fragment: name });
    }
    const written = await made.writeFiles({ outputPath: dir });
    demand(written.outputPath, written.errors);
  } finally {
    await made.deleteIndex();
  }
  for (const entry of await readdir(dir, { withFileTypes: true })) if (entry.isFile()) await rm(join(dir, entry.name));
  for (const file of await readdir(join(dir, 'fragment'))) if (!file.endsWith('.stet')) await rm(join(dir, 'fragment', file));
  const table = JSON.stringify(makeTable(indexed, names, await listChunks(dir, vocabulary)));
  await writeFile(join(dir, TABLE_FILE), deflateRawSync(table, { level: 9 }));
  const stem = await loadStem(baseLanguage(articles[0]?.language ?? ''));
  return [...vocabulary].sort((a, b) => (isBefore(a, b) ? -1 : 1)).map((word) => [word, stem(word)]);
}

/** Ends Pagefind's process, if there is one. */
export async function endIndexing(): Promise<void> {
  await close();
}

function demand<Value>(value: Value | undefined, errors: readonly string[]): Value {
  if (errors.length > 0 || value === undefined) throw new Error(`The search index could not be made. Pagefind says: ${errors.join('; ') || 'nothing'}`);
  return value;
}

/** Three letters, made of its content, that name an article's fragment among those of its day. */
function nameOf(day: string, bytes: Uint8Array, given: Set<string>): string {
  for (let digest = hash('sha256', bytes); ; digest = hash('sha256', digest)) {
    const letters = (Number.parseInt(digest.slice(0, 8), 16) % 36 ** 3).toString(36).padStart(3, '0');
    if (given.has(day + letters)) continue;
    given.add(day + letters);
    return letters;
  }
}

async function listChunks(dir: string, vocabulary: ReadonlySet<string>): Promise<BundleTable['chunks']> {
  const folder = join(dir, 'index');
  const files = await Promise.all(
    (await readdir(folder)).map(async (file) => {
      const bytes = await readFile(join(folder, file));
      return { file, size: bytes.length, first: firstWord(gunzipSync(bytes)) };
    }),
  );
  files.sort((a, b) => (isBefore(a.first, b.first) ? -1 : 1));
  const keys = [...new Set([...vocabulary].map(indexKey))].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const before = new Map(keys.map((key, at) => [key, keys[at - 1] ?? '']));
  return {
    from: files.map(({ first }) => distinct(first, before.get(first) ?? '')),
    names: files.map(({ file }) => file.slice(CHUNK_NAME.before.length, -CHUNK_NAME.after.length)),
    sizes: files.map(({ size }) => Math.ceil(size / 256)),
  };
}
