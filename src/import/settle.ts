import { addressKey, aliasPath } from '../archive/permalink.ts';
import type { Fault } from '../errors.ts';
import { type Fixed, nearer } from './entry/given.ts';
import { type Entry, makeEntry } from './entry/make-entry.ts';
import { freeName, slugOf } from './entry/slug.ts';
import type { Item } from './item.ts';
import type { Relation } from './known/known.ts';
import type { Sketch } from './known/sketch.ts';
import { Refusal } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { digestOf } from './read/reader.ts';
import type { Finished } from './threads/task.ts';
import { type Archive, addArticle, addressOf } from './write/archive.ts';
import type { Disk } from './write/disk.ts';
import { entryFolder, entryText, INBOX, sourceText, topicText, waitsOf } from './write/entry-file.ts';
import type { Deed, Ledger } from './write/ledger.ts';

/** What articles are settled into. */
export interface Desk {
  disk: Disk;
  archive: Archive;
  ledger: Ledger;
  /** What a person says of all articles, by `--source` and `--mapping`. */
  fixed: Fixed;
  /** Says what is wrong with an article's file, as `stet check` would. */
  check(dir: string, file: string): Fault[];
}

/** An entry that an item was made into, with how it came out. */
export interface Settled {
  outcome: Outcome;
  /** As it was made, or as it stands there and is still doubtful. */
  entry?: Pick<Entry, 'fields' | 'body' | 'lacks'>;
  /** The entry that it is a new version or a sibling of: its file, and what stands in it. */
  like?: { file: string; text: string };
}

/** What an item is made with beside its own bytes, as the ledger has it. */
export function howOf(item: Item, { fixed: { set, overrule } }: Pick<Desk, 'fixed'>): string {
  const { source = null, ...others } = set;
  const more = Object.keys({ ...others, ...overrule }).length > 0 ? [others, overrule] : [];
  return digestOf(JSON.stringify([source, item.how ?? null, ...more])).slice(0, 12);
}

/** What the ledger says of an item, so that it need not be taken again; undefined where it is to be. */
export function already(item: Item, desk: Desk): Outcome | undefined {
  const deed = desk.ledger.find(item.digest);
  if (deed === undefined) return undefined;
  const file = desk.disk.read(deed.entry);
  // Whoever moved or removed an entry may want it back; where it is now is found by its text.
  if (file === undefined) return undefined;
  if (deed.how !== howOf(item, desk) && deed.written === digestOf(file)) return undefined;
  const isAsWritten = deed.written === digestOf(file);
  const isWaiting = deed.entry.startsWith(`${INBOX}/`) && !isAsWritten;
  return thereAlready(item, deed.entry, isWaiting ? waitsOf(file.toString('utf8')) : (deed.reasons ?? []), isAsWritten && deed.status === 'doubtful');
}

/** Puts an article into its place in the archive, or finds it there. Throws a `Refusal` where it cannot be. */
export function settle(item: Item, finished: Finished, sketch: Sketch, desk: Desk): Settled {
  const { disk, archive, ledger } = desk;
  // The same item may have been settled since this one was begun: the first of them has the entry.
  const there = already(item, desk);
  if (there !== undefined) return { outcome: there };
  const entry = makeEntry(item, finished, { sources: archive.sources, topics: archive.topics, fixed: nearer(item.fixed, desk.fixed) });
  const before = ledger.find(item.digest);
  const own = before?.written === undefined ? undefined : before.entry;
  const candidate = {
    title: String(entry.fields.title),
    ...text('source', entry.fields.source),
    ...text('date', entry.fields.date),
    authors: (entry.fields.authors as string[] | undefined) ?? [],
    ...text('address', entry.fields.sourceUrl),
    sketch,
  };
  const found = archive.known.relate({ ...candidate, claims: entry.claims }, own);
  const relation = isVersionOf(found, own, disk) ? undefined : found;
  const deed = { digest: item.digest, input: item.input, ...(item.part !== undefined && { part: item.part }), how: howOf(item, desk) };
  if (relation?.kind === 'same') {
    const reasons = [relation.because];
    if (before?.entry !== relation.of.file) ledger.add({ ...deed, status: 'already-there', entry: relation.of.file, reasons });
    return { outcome: thereAlready(item, relation.of.file, reasons) };
  }
  if (relation?.kind === 'version') entry.lacks.push(`It is a new version of ${relation.of.file}. ${relation.because}`);
  if (relation?.kind === 'sibling') entry.doubts.push(`It is a sibling of ${relation.of.file}. ${relation.because}`);

  // Who imports again with less than before takes nothing out of the archive.
  if (own?.startsWith('articles/') && entry.lacks.length > 0 && disk.has(own)) return { outcome: thereAlready(item, own, before?.reasons ?? []) };
  const file = placeOf(entry, item, archive, own);
  dropTakenAliases(entry, archive);
  const written = entryText(entry);
  const reasons = [...entry.lacks, ...entry.doubts, ...entry.notes];
  const status = entry.lacks.length + entry.doubts.length > 0 ? 'doubtful' : 'taken';
  const digest = digestOf(written);
  if (before?.entry === file && before.written === digest && disk.has(file)) return { outcome: thereAlready(item, file, reasons, status === 'doubtful') };
  const made: Deed = { ...deed, status, entry: file, written: digest, ...(reasons.length > 0 && { reasons }) };
  writeReferences({ source: String(entry.fields.source), topics: entry.fields.topics as string[] }, desk);
  disk.write(file, written, (dir, staged) => {
    const faults = staged.startsWith('articles/') ? desk.check(dir, staged) : [];
    if (faults[0] !== undefined) throw new Refusal(faults.map(({ message }) => message).join(' '));
    if (before?.written !== digest || before.entry !== file) ledger.add(made);
  });
  if (own !== undefined && own !== file) disk.remove(own);
  const aliases = (entry.fields.aliases as string[] | undefined) ?? [];
  addArticle(archive, { ...candidate, file, digest, ...text('language', entry.language), topics: entry.fields.topics as string[], aliases });
  return {
    outcome: { ...about(item), status, entry: file, ...(reasons.length > 0 && { reasons }) },
    entry,
    ...(relation !== undefined && { like: { file: relation.of.file, text: disk.read(relation.of.file)?.toString('utf8') ?? '' } }),
  };
}

// Of an entry and a newer version of it that both wait, the newer one waits for the other.
function isVersionOf(relation: Relation | undefined, own: string | undefined, disk: Disk): boolean {
  if (own === undefined || !relation?.of.file.startsWith(`${INBOX}/`)) return false;
  return waitsOf(disk.read(relation.of.file)?.toString('utf8') ?? '').some((reason) => reason.startsWith(`It is a new version of ${own}. `));
}

function thereAlready(item: Item, entry: string, reasons: readonly string[], isDoubtful = false): Outcome {
  const stillDoubtful = isDoubtful || entry.startsWith(`${INBOX}/`);
  return { ...about(item), status: 'already-there', entry, ...(stillDoubtful && { stillDoubtful }), ...(reasons.length > 0 && { reasons }) };
}

function about({ input, part }: Item): Pick<Outcome, 'input' | 'part'> {
  return { input, ...(part !== undefined && { part }) };
}

function text<Name extends string>(name: Name, value: unknown): { [Key in Name]?: string } {
  return (typeof value === 'string' ? { [name]: value } : {}) as { [Key in Name]?: string };
}

/** The file of an entry: where the ledger has it already, else the first name that is free. */
function placeOf(entry: Entry, item: Item, archive: Archive, own: string | undefined): string {
  const folder = entryFolder(entry);
  if (own?.startsWith(`${folder}/`)) return own;
  const slug =
    slugOf(entry.slugFrom) ||
    `article-${item.digest
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 8)}`;
  return `${folder}/${freeName(slug, (name) => !archive.addresses.has(addressOf(`${folder}/${name}.md`)))}.md`;
}

// Addresses of the site's own, and those that are given out, lead where they lead.
const OF_THE_SITE =
  /^\/(?:(?:sources|topics|search|404|pagefind|_[^/]*|data|index|about)\/|\d{4}\/(?:\d\d\/){0,2}$|(?:feed|robots|opensearch|sitemap)[^/]*\/$|$)|index\.html/;

function dropTakenAliases(entry: Entry, archive: Archive): void {
  const aliases = (entry.fields.aliases as string[] | undefined) ?? [];
  const free = aliases.filter((alias, at) => {
    const key = addressKey(aliasPath(alias));
    return !archive.addresses.has(key) && !OF_THE_SITE.test(key) && aliases.findIndex((other) => addressKey(aliasPath(other)) === key) === at;
  });
  if (free.length === 0) delete entry.fields.aliases;
  else entry.fields.aliases = free;
}

/** Files of the source and topics that an entry names, where there are none yet. */
export function writeReferences(named: { source: string; topics: readonly string[] }, { disk, archive }: Desk): void {
  const source = archive.sources.get(named.source);
  if (source !== undefined && !disk.has(`sources/${source.id}.yml`)) disk.write(`sources/${source.id}.yml`, sourceText(source));
  for (const id of named.topics) {
    const topic = archive.topics.get(id);
    // A topic that goes by its id needs no file.
    if (topic !== undefined && topic.title !== id && !disk.has(`topics/${id}.yml`)) disk.write(`topics/${id}.yml`, topicText(topic));
  }
}
