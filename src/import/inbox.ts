import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { isMap, isScalar, type ParsedNode, parseDocument, stringify } from 'yaml';
import { dayOf } from '../archive/dates.ts';
import { readDate } from './date/read-date.ts';
import { NO_DATE, NO_SOURCE } from './entry/make-entry.ts';
import { freeName } from './entry/slug.ts';
import { Refusal } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { digestOf } from './read/reader.ts';
import { type Desk, writeReferences } from './settle.ts';
import { addArticle, addressOf, articleOf, fieldsOf } from './write/archive.ts';
import { INBOX, WAITS, waitsOf } from './write/entry-file.ts';

/** Files of the archive's own inbox that an argument of the command means; undefined where it means something else. */
export function waitingFiles(arg: string, contentDir: string): string[] | undefined {
  const inbox = join(resolve(contentDir), INBOX);
  const path = resolve(arg);
  if (path !== inbox && !path.startsWith(inbox + sep)) return undefined;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isDirectory()) return [arg];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(arg, name));
}

/**
 * Takes an entry that has waited into the archive, once it has a source and a date, written into it or given to all, and
 * no line “Waits:” is left above its fields. Every other byte of it stays.
 */
export function takeWaiting(input: string, desk: Desk): Outcome {
  const { disk, archive, fixed } = desk;
  const waiting = relative(resolve(disk.dir), resolve(input)).replaceAll('\\', '/');
  const [, yaml, body = ''] = /^---[ \t]*\n([\s\S]*?\n)(---[ \t]*\n[\s\S]*)$/.exec(disk.read(waiting)?.toString('utf8').replaceAll('\r\n', '\n') ?? '') ?? [];
  if (yaml === undefined) return { input, status: 'refused', reasons: ['It has no fields between two lines “---”.'] };
  const written = fieldsOf(yaml);
  const source = archive.sources.called(textOf(written.source) ?? fixed.set.source ?? '', textOf(written.language));
  const date = readDate(textOf(written.date) ?? fixed.set.date ?? '');
  const lacks = [
    ...(date === undefined ? [NO_DATE] : []),
    ...(source === undefined ? [NO_SOURCE] : []),
    ...waitsOf(yaml).filter((reason) => reason !== NO_DATE && reason !== NO_SOURCE),
  ];
  const comments = lacks.map((reason) => `# Waits: ${reason}\n`).join('');
  const text = `---\n${comments}${withField(withField(yaml.replaceAll(WAITS, ''), 'source', source?.id), 'date', date)}${body}`;
  if (source !== undefined) writeReferences({ source: source.id, topics: [] }, desk);
  if (date === undefined || lacks.length > 0) {
    // What is known of it by now need not be said again.
    disk.write(waiting, text);
    return { input, status: 'doubtful', entry: waiting, reasons: lacks };
  }
  const folder = `articles/${dayOf(date).replaceAll('-', '/')}`;
  const file = placeOf(folder, basename(waiting, '.md'), text, desk);
  try {
    const article = articleOf(file, digestOf(text), text);
    writeReferences({ source: article.source ?? '', topics: article.topics }, desk);
    disk.write(file, text, (dir, staged) => {
      const faults = desk.check(dir, staged);
      if (faults.length > 0) throw new Refusal(faults.map(({ message }) => message).join(' '));
    });
    disk.remove(waiting);
    addArticle(archive, article);
    return { input, status: 'taken', entry: file };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { input, status: 'refused', entry: waiting, reasons: [error.message] };
  }
}

/** The first name that is free; or the file that an import which was killed had written already. */
function placeOf(folder: string, name: string, text: string, { disk, archive }: Desk): string {
  const isFree = (file: string) => disk.read(file)?.toString('utf8') === text || !archive.addresses.has(addressOf(file));
  return `${folder}/${freeName(name, (tried) => isFree(`${folder}/${tried}.md`))}.md`;
}

function withField(yaml: string, name: string, value: string | undefined): string {
  if (value === undefined) return yaml;
  const line = stringify({ [name]: value });
  const { contents } = parseDocument<ParsedNode>(yaml, { logLevel: 'silent', uniqueKeys: false });
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  if (pair === undefined) return yaml + line;
  // To the end of the last line of its value, whatever form that has.
  const end = yaml.indexOf('\n', Math.max(pair.key.range[0], (pair.value?.range[1] ?? 0) - 1)) + 1;
  return yaml.slice(0, pair.key.range[0]) + line + yaml.slice(end);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
