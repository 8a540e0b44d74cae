import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { Article } from '../archive/article.ts';
import { searchRecord } from './record.ts';
import { makeTable, type Names, TABLE_FILE } from './table.ts';

/** What a bundle is made of. */
export interface BundleOptions {
  articles: readonly Article[];
  /** Sources and topics of the archive. */
  names: Names;
  /** The one language that the archive is indexed in; see `languageOfIndex`. */
  language: string;
  /** An article's text as plain words, a block a line. */
  readText(article: Article): string;
  /** Folder of the bundle; must not be there yet. */
  dir: string;
}

/** Pagefind's ready-made interfaces, 434 KB that our page does not use, and its loader, which stands above the bundles. */
const NOT_PUBLISHED = /^pagefind(-(ui|modular-ui|component-ui|highlight)\.|\.js$)/;

/**
 * Writes one bundle of the search index: the same articles give the same bytes. Throws on any fault of
 * Pagefind, whose own process goes on until {@link endIndexing}.
 */
export async function writeBundle({ articles, names, language, readText, dir }: BundleOptions): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  const made = demand(index, errors);
  try {
    for (const article of articles) {
      // One after the other: their order makes the numbers in the index.
      const answer = await made.addCustomRecord(searchRecord(article, readText(article), language));
      demand(
        answer.file,
        answer.errors.map((error) => `${article.file}: ${error}`),
      );
    }
    const written = await made.writeFiles({ outputPath: dir });
    demand(written.outputPath, written.errors);
  } finally {
    await made.deleteIndex();
  }
  for (const name of await readdir(dir)) {
    // The engine without stemmer is written always, and loaded only where there is no other.
    if (NOT_PUBLISHED.test(name) || (name === 'wasm.unknown.pagefind' && language !== 'unknown')) await rm(join(dir, name));
  }
  const table = JSON.stringify(makeTable(articles, names, `${language}_`, await idsOf(articles, dir)));
  await writeFile(join(dir, TABLE_FILE), deflateRawSync(table, { level: 9 }));
}

/** Pagefind's loader, which the search page imports: the same whatever is in the bundles. */
export async function searchLoader(): Promise<Buffer> {
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  const made: PagefindIndex = demand(index, errors);
  try {
    const { files, errors: wrong } = await made.getFiles();
    const loader = files?.find(({ path }) => path === 'pagefind.js');
    return Buffer.from(demand(loader, wrong).content);
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

/** Pagefind names each article by a digest of its own; the names of its fragments say which is whose. */
async function idsOf(articles: readonly Article[], dir: string): Promise<string[]> {
  const folder = join(dir, 'fragment');
  const ids = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, name)))
      .toString()
      .replace(/^pagefind_dcd/, '');
    const { url } = JSON.parse(text) as { url: string };
    ids.set(url, name.slice(0, name.lastIndexOf('.')));
  }
  return articles.map((article) => {
    const { url } = searchRecord(article, '', '');
    const id = ids.get(url);
    if (id === undefined) throw new Error(`${article.file}: not in the search index that was just written.`);
    return id;
  });
}
