import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { addressKey, aliasPath, articlePath } from '../../archive/permalink.ts';
import { isPath } from '../../schema/fields.ts';
import { Sources } from '../entry/sources.ts';
import { Topics } from '../entry/topics.ts';
import { Known } from '../known/known.ts';
import { sketch } from '../known/sketch.ts';
import type { Disk } from './disk.ts';

/** What an import must know of the archive that it adds to. */
export interface Archive {
  known: Known;
  sources: Sources;
  topics: Topics;
  /** Keys of all addresses that are given out, and names of files in the inbox. */
  addresses: Set<string>;
}

/** Reads an archive as it stands. What is at fault in it is for `stet check` to say; here it only goes unrecognised. */
export function readArchive(disk: Disk): Archive {
  const archive: Archive = { known: new Known(), sources: new Sources(), topics: new Topics(), addresses: new Set() };
  for (const file of filesIn(disk, 'sources', '.yml')) {
    const fields = fieldsOf(disk.read(file)?.toString('utf8') ?? '');
    const name = text(fields.name);
    if (name !== undefined) archive.sources.add({ id: idOf(file), name, url: text(fields.url), language: text(fields.language) });
  }
  for (const file of filesIn(disk, 'topics', '.yml')) {
    archive.topics.add({ id: idOf(file), title: text(fieldsOf(disk.read(file)?.toString('utf8') ?? '').title) ?? idOf(file) });
  }
  for (const file of filesIn(disk, 'pages', '.md')) archive.addresses.add(addressKey(`/${idOf(file)}/`));
  for (const file of [...filesIn(disk, 'articles', '.md'), ...filesIn(disk, 'inbox', '.md')]) readEntry(disk, file, archive);
  return archive;
}

function readEntry(disk: Disk, file: string, archive: Archive): void {
  const written = disk.read(file)?.toString('utf8').replaceAll('\r\n', '\n') ?? '';
  const [, yaml = '', body = ''] = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*\n([\s\S]*)$/.exec(written) ?? [];
  const fields = fieldsOf(yaml);
  archive.addresses.add(addressOf(file));
  for (const alias of list(fields.aliases)) if (isPath(alias)) archive.addresses.add(addressKey(aliasPath(alias)));
  for (const id of list(fields.topics)) if (archive.topics.get(id) === undefined) archive.topics.add({ id, title: id });
  const source = text(fields.source);
  archive.known.add({
    file,
    title: text(fields.title) ?? '',
    source,
    date: text(fields.date),
    address: text(fields.sourceUrl),
    language: text(fields.language) ?? (source === undefined ? undefined : archive.sources.get(source)?.language),
    sketch: sketch(body),
  });
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

function fieldsOf(yaml: string): Record<string, unknown> {
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
export function archiveText(dir: string, known: Known): string {
  const counts = new Map<string, number>();
  for (const { language } of known) if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [language = 'en'] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([tag]) => tag);
  const name = basename(dir);
  const title = name === 'content' ? 'News archive' : name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-_]+/g, ' ');
  return `# Written by the first import. Correct title, description and the address where the archive will be.\n${stringify({ title, description: 'An archive of news articles.', url: 'http://localhost:4321/', language })}`;
}
