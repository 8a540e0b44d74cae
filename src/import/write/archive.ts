import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { addressKey, aliasPath, articlePath } from '../../archive/permalink.ts';
import { isPath } from '../../schema/fields.ts';
import type { Entry } from '../entry/make-entry.ts';
import { Sources } from '../entry/sources.ts';
import { Topics } from '../entry/topics.ts';
import { Known, type KnownArticle } from '../known/known.ts';
import type { Memory } from '../known/memory.ts';
import { sketch } from '../known/sketch.ts';
import { digestOf } from '../read/reader.ts';
import type { Disk } from './disk.ts';
import { waitsOf } from './entry-file.ts';

/** What an import must know of the archive that it adds to. */
export interface Archive {
  known: Known;
  sources: Sources;
  topics: Topics;
  /** Keys of all addresses that are given out, and names of files in the inbox. */
  addresses: Set<string>;
  /** How many articles there are in a language. */
  languages: Map<string, number>;
}

/** Reads an archive as it stands. What is at fault in it is for `stet check` to say; here it only goes unrecognised. */
export function readArchive(disk: Disk, memory: Memory): Archive {
  const archive: Archive = { known: new Known(memory), sources: new Sources(), topics: new Topics(), addresses: new Set(), languages: new Map() };
  for (const file of filesIn(disk, 'sources', '.yml')) {
    const fields = fieldsOf(disk.read(file)?.toString('utf8') ?? '');
    const name = text(fields.name);
    if (name !== undefined) archive.sources.add({ id: idOf(file), name, url: text(fields.url), language: text(fields.language) });
  }
  for (const file of filesIn(disk, 'topics', '.yml')) {
    archive.topics.add({ id: idOf(file), title: text(fieldsOf(disk.read(file)?.toString('utf8') ?? '').title) ?? idOf(file) });
  }
  for (const file of filesIn(disk, 'pages', '.md')) archive.addresses.add(addressKey(`/${idOf(file)}/`));
  for (const file of [...filesIn(disk, 'articles', '.md'), ...filesIn(disk, 'inbox', '.md')]) {
    const article = memory.article(file, () => readEntry(disk, file));
    if (article !== undefined) addArticle(archive, article);
  }
  memory.begun();
  return archive;
}

/** Makes an article known, and all that it takes: its addresses, its topics. */
export function addArticle({ known, sources, topics, addresses, languages }: Archive, article: KnownArticle): void {
  addresses.add(addressOf(article.file));
  for (const alias of article.aliases) addresses.add(addressKey(aliasPath(alias)));
  for (const id of article.topics) if (topics.get(id) === undefined) topics.add({ id, title: id });
  const language = article.language ?? (article.source === undefined ? undefined : sources.get(article.source)?.language);
  if (language !== undefined) languages.set(language, (languages.get(language) ?? 0) + 1);
  known.add(article);
}

function readEntry(disk: Disk, file: string): { digest: string; article(): KnownArticle } | undefined {
  const bytes = disk.read(file);
  if (bytes === undefined) return undefined;
  const digest = digestOf(bytes);
  return { digest, article: () => articleOf(file, digest, bytes.toString('utf8')) };
}

/** What others must know of an article by its file. */
export function articleOf(file: string, digest: string, written: string): KnownArticle {
  const { fields, body } = entryIn(written);
  return {
    file,
    digest,
    title: text(fields.title) ?? '',
    source: text(fields.source),
    date: text(fields.date),
    authors: list(fields.authors),
    address: text(fields.sourceUrl),
    language: text(fields.language),
    topics: list(fields.topics),
    aliases: list(fields.aliases).filter(isPath),
    sketch: sketch(body),
  };
}

/** An entry as its file has it. */
export function entryIn(written: string): Pick<Entry, 'fields' | 'body' | 'lacks'> {
  const [, yaml = '', body = ''] = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*\n([\s\S]*)$/.exec(written.replaceAll('\r\n', '\n')) ?? [];
  return { fields: fieldsOf(yaml), body, lacks: waitsOf(yaml) };
}

/** Key of the address that an entry has, or would have. */
export function addressOf(file: string): string {
  return addressKey(file.startsWith('articles/') ? articlePath(file.slice('articles/'.length, -'.md'.length)) : file);
}

function filesIn(disk: Disk, sub: string, ending: string): string[] {
  if (statSync(join(disk.dir, sub), { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(join(disk.dir, sub), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending) && !path.split('/').some((part) => part.startsWith('.')))
    .sort()
    .map((path) => `${sub}/${path}`);
}

/** Fields as they are written; none where they cannot be read. */
export function fieldsOf(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml, { logLevel: 'silent', uniqueKeys: false, maxAliasCount: 0 });
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // `stet check` says what is wrong with it, and where.
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function idOf(file: string): string {
  return (file.split('/').at(-1) ?? '').replace(/\.\w+$/, '').normalize('NFC');
}

/** Facts for an archive that has none yet, for its publisher to correct. */
export function archiveText(dir: string, counts: Archive['languages']): string {
  const [language = 'en'] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([tag]) => tag);
  const name = basename(dir);
  const title = name === 'content' ? 'News archive' : name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-_]+/g, ' ');
  return `# Written by the first import. Correct title, description and the address where the archive will be.\n${stringify({ title, description: 'An archive of news articles.', url: 'http://localhost:4321/', language })}`;
}
