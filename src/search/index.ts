import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { Archive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { languageOfIndex } from './language.ts';
import { searchRecord } from './record.ts';
import { makeTable, TABLE_FILE } from './table.ts';

/** What an index is made of. */
export interface SearchIndexOptions {
  archive: Archive;
  /** An article's text as plain words, a block a line. */
  readText(article: Article): string;
  /** The finished site; the index becomes its folder `pagefind`. */
  outDir: string;
  /** Called after each article. */
  onProgress?(done: number, of: number): void;
}

/** What was written. */
export interface SearchIndexReport {
  records: number;
  files: number;
}

/** Pagefind's ready-made interfaces: 434 KB that our page does not use. */
const INTERFACES = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Builds the search index of an archive: the same articles give the same bytes. Throws on any fault of Pagefind. */
export async function writeSearchIndex(options: SearchIndexOptions): Promise<SearchIndexReport> {
  const { archive, readText, outDir, onProgress } = options;
  const dir = join(outDir, 'pagefind');
  await rm(dir, { recursive: true, force: true });
  const language = languageOfIndex(archive.articles);
  try {
    const { index, errors } = await createIndex({ forceLanguage: language });
    const made = demand(index, errors);
    for (const [at, article] of archive.articles.entries()) {
      // One after the other: their order makes the numbers in the index.
      const answer = await made.addCustomRecord(searchRecord(article, readText(article), language));
      demand(
        answer.file,
        answer.errors.map((error) => `${article.file}: ${error}`),
      );
      onProgress?.(at + 1, archive.articles.length);
    }
    await write(made, dir);
  } finally {
    await close();
  }
  for (const name of await readdir(dir)) {
    // The engine without stemmer is written always, and loaded only where there is no other.
    if (INTERFACES.test(name) || (name === 'wasm.unknown.pagefind' && language !== 'unknown')) await rm(join(dir, name));
  }
  await writeTable(archive, dir, `${language}_`);
  const written = await readdir(dir, { recursive: true, withFileTypes: true });
  return { records: archive.articles.length, files: written.filter((entry) => entry.isFile()).length };
}

async function write(index: PagefindIndex, dir: string): Promise<void> {
  const { errors, outputPath } = await index.writeFiles({ outputPath: dir });
  demand(outputPath, errors);
}

function demand<Value>(value: Value | undefined, errors: readonly string[]): Value {
  if (errors.length > 0 || value === undefined) throw new Error(`The search index could not be made. Pagefind says: ${errors.join('; ') || 'nothing'}`);
  return value;
}

/** Pagefind names each article by a digest of its own; the names of its fragments say which is whose. */
async function writeTable(archive: Archive, dir: string, prefix: string): Promise<void> {
  const folder = join(dir, 'fragment');
  const ids = new Map<string, string>();
  for (const name of archive.articles.length === 0 ? [] : await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, name)))
      .toString()
      .replace(/^pagefind_dcd/, '');
    const { url } = JSON.parse(text) as { url: string };
    ids.set(url, name.slice(0, name.lastIndexOf('.')));
  }
  const inOrder = archive.articles.map((article) => {
    const { url } = searchRecord(article, '', '');
    const id = ids.get(url);
    if (id === undefined) throw new Error(`${article.file}: not in the search index that was just written.`);
    return id;
  });
  const table = JSON.stringify(makeTable(archive, prefix, inOrder));
  await writeFile(join(dir, TABLE_FILE), deflateRawSync(table, { level: 9 }));
}
