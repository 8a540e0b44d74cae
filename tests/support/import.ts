import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { openFolder } from '../../src/content/files.ts';
import { readArticle } from '../../src/content/read-article.ts';
import type { Item } from '../../src/import/item.ts';
import type { Outcome, PassedOver } from '../../src/import/outcome.ts';
import { read } from '../../src/import/read/index.ts';
import { makeSites } from '../../src/import/read/markdown/site.ts';
import { type ImportOptions, runImport } from '../../src/import/run-import.ts';
import { doTask } from '../../src/import/threads/do-task.ts';
import { excerpt } from '../../src/markdown/excerpt.ts';

/** Files of an input, by path. */
export type InputFiles = Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a fresh folder, which goes when the test ends; returns its path. */
export function inputFolder(files: InputFiles): string {
  const { dir, end } = keptFolder(files);
  onTestFinished(end);
  return dir;
}

/** The same, for more than one test. */
export function keptFolder(files: InputFiles): { dir: string; end(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'stet-input-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), content);
  }
  return { dir, end: () => rmSync(dir, { recursive: true, force: true }) };
}

/** What the readers find in one file; `name` decides nothing. */
export async function itemsIn(content: string | Uint8Array, name = 'input'): Promise<Item[]> {
  const dir = inputFolder({ [name]: content });
  const place = { name, path: join(dir, name), size: content.length, captured: '2026-01-02T03:04:05Z', named: true, root: dir };
  const context = { columns: [], mapping: (_: unknown, _headings: unknown, guess: object) => ({ columns: guess, set: {}, overrule: {} }), site: makeSites() };
  return await Array.fromAsync(read(place, context));
}

/** The articles that the readers find in one file, by their headline; what is refused or passed over, by its reason. */
export async function found(content: string | Uint8Array, name?: string): Promise<string[]> {
  return (await itemsIn(content, name)).map(({ content: each }) =>
    each.kind === 'article'
      ? (each.draft.headline?.value ?? each.draft.text.slice(0, 40))
      : each.kind === 'page'
        ? `page ${each.url}`
        : `${each.kind}: ${each.reason}`,
  );
}

/** The only article of a file, as its reader found it. */
export async function draftIn(content: string | Uint8Array, name?: string) {
  const [item, ...more] = await itemsIn(content, name);
  if (item?.content.kind !== 'article' || more.length > 0) throw new Error(`${1 + more.length} items, the first: ${JSON.stringify(item?.content)}`);
  return { ...item.content.draft, part: item.part, captured: item.captured };
}

/** A finished import. */
export interface Imported {
  items: Outcome[];
  passedOver: PassedOver[];
  said: string[];
}

/** Imports into a content folder, without network and in this thread. */
export async function importInto(contentDir: string, inputs: readonly string[], options: Partial<ImportOptions> = {}): Promise<Imported> {
  const imported: Imported = { items: [], passedOver: [], said: [] };
  await runImport({
    inputs,
    contentDir,
    crew: { run: doTask, end: async () => undefined },
    stdin: Readable.from([]),
    transport: (url) => Promise.reject(new Error(`${url.href} was asked for`)),
    now: () => new Date('2026-01-02T03:04:05Z'),
    check: (dir, file) => {
      const article = readArticle(openFolder(dir), file, excerpt);
      return Array.isArray(article) ? article : [];
    },
    say: (line) => imported.said.push(line),
    onOutcome: (outcome) => imported.items.push(outcome),
    onWaiting: (outcome) => imported.items.push(outcome),
    onPassedOver: (passed) => imported.passedOver.push(passed),
    ...options,
  });
  return imported;
}

/** Every file below a folder with its content. */
export function filesBelow(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(dir.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}

/** A feed of RSS with these items. */
export function rss(...items: string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Herald</title><link>https://herald.example/</link><language>en-GB</language>${items.join('')}</channel></rss>`;
}

/** A text of 120 words that no other has, made of one. */
export const longText = (word: string) => Array.from({ length: 120 }, (_, at) => `${word}${at}`).join(' ');

/** An entry of a feed, one for each number. */
export const feedItem = (number: number, more = '') =>
  `<item><title>Story ${number}</title><link>https://herald.example/${number}</link><pubDate>Thu, 05 Mar 2020 18:20:00 GMT</pubDate><category>Syria</category><content:encoded>${longText(`w${number}x`)} and no more than that.${more}</content:encoded></item>`;
