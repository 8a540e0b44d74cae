import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Fault } from '../errors.ts';
import { NOTHING_FIXED, nearer } from './entry/given.ts';
import { makeFetcher } from './fetch/get.ts';
import type { Transport } from './fetch/transport.ts';
import { takeWithPage } from './fetch/with-page.ts';
import { takeWaiting, waitingFiles } from './inbox.ts';
import { expand } from './input/expand.ts';
import type { Item } from './item.ts';
import { Memory } from './known/memory.ts';
import { Refusal } from './limits.ts';
import type { Outcome, PassedOver } from './outcome.ts';
import { read } from './read/index.ts';
import { makeSites } from './read/markdown/site.ts';
import { makeScratch } from './scratch.ts';
import { already, type Desk, type Settled, settle } from './settle.ts';
import type { MappingFile } from './table/mapping-file.ts';
import { makeMappings, readGivenMapping } from './table/mappings.ts';
import { takeItem } from './take-item.ts';
import { type Crew, makeCrew } from './threads/crew.ts';
import { inOrder } from './threads/in-order.ts';
import type { Done, Finished } from './threads/task.ts';
import { archiveText, entryIn, readArchive } from './write/archive.ts';
import { Disk } from './write/disk.ts';
import { Ledger } from './write/ledger.ts';

/** What an import is told, and what it needs of the world. */
export interface ImportOptions {
  /** Files, folders, globs, `-`, addresses. */
  inputs: readonly string[];
  /** Content folder; made where there is none. */
  contentDir: string;
  /** Folder for what the next import is spared by. Default: nothing is remembered. */
  cacheDir?: string;
  /** Show all of it and write nothing. */
  dryRun?: boolean;
  /** Fetch pages of which a feed gives a summary alone. */
  fetch?: boolean;
  /** Who published what names nobody. */
  source?: string;
  /** File that says what the articles do not say themselves, and which column of a table holds what. */
  mapping?: string;
  /** Who takes texts out. Default: threads, as many as there are cores; they end with the import. */
  crew?: Crew;
  stdin: Readable;
  transport: Transport;
  /** Tells when something was fetched, where its server does not. */
  now(): Date;
  /** Says what is wrong with an article's file, as `stet check` would. */
  check(dir: string, file: string): Fault[];
  say(line: string): void;
  /** Called for each item as soon as it is settled, in the order of the input. */
  onOutcome(outcome: Outcome, item: Item, settled?: Settled): void;
  /** Called for each entry of the archive's own inbox that an input names. */
  onWaiting(outcome: Outcome): void;
  onPassedOver(passed: PassedOver): void;
}

/** Imports. Whatever is wrong with one item is its outcome, and the rest goes on. */
export async function runImport(options: ImportOptions): Promise<void> {
  const given: MappingFile = options.mapping === undefined ? NOTHING_FIXED : readGivenMapping(options.mapping);
  const fixed = { ...given, set: { ...given.set, ...(options.source !== undefined && { source: options.source }) } };
  const folder = makeScratch();
  const scratch = folder.path;
  const disk = new Disk(options.contentDir, options.dryRun ? join(scratch, 'content') : undefined);
  const crew = options.crew ?? makeCrew(availableParallelism());
  const fetchPage = makeFetcher(options.transport, scratch, options.now);
  disk.begin();
  const ledger = new Ledger(disk, scratch);
  const memory = new Memory({ dir: options.contentDir, scratch, dryRun: disk.dryRun, ...(options.cacheDir !== undefined && { cache: options.cacheDir }) });
  try {
    const archive = readArchive(disk, memory);
    const desk: Desk = { disk, archive, ledger, check: options.check, fixed };
    const context = {
      columns: Object.values(given.columns ?? {}),
      mapping: makeMappings(disk, options.mapping, options.say),
      site: makeSites(),
    };
    const inputs = options.inputs.filter((input) => {
      const waiting = waitingFiles(input, options.contentDir);
      for (const file of waiting ?? []) options.onWaiting(takeWaiting(file, desk));
      return waiting === undefined;
    });
    const items = async function* () {
      for await (const place of expand(inputs, { stdin: options.stdin, scratch, fetch: fetchPage })) yield* read(place, context);
    };
    const take = (item: Item) => takeItem(item, nearer(item.fixed, fixed), crew.run);
    const work = async (item: Item): Promise<Done | Outcome> =>
      already(item, desk) ?? (options.fetch ? await takeWithPage(item, fetchPage, take) : await take(item));
    for await (const [item, done] of inOrder(items(), work, sizeOf)) report(item, done, desk, options);
    if (!disk.has('archive.yml') && archive.addresses.size > 0) disk.write('archive.yml', archiveText(options.contentDir, archive.languages));
  } finally {
    ledger.end();
    memory.end();
    disk.end();
    await crew.end();
    folder.end();
  }
}

/** Characters that an item keeps in memory. */
function sizeOf({ content }: Item): number {
  return content.kind === 'page' ? content.html.length : content.kind === 'article' ? content.draft.text.length : 0;
}

function report(item: Item, done: Done | Outcome, desk: Desk, options: ImportOptions): void {
  const about = { input: item.input, ...(item.part !== undefined && { part: item.part }) };
  const refuse = (reason: string) => options.onOutcome({ ...about, status: 'refused', reasons: [reason] }, item);
  const tell = (outcome: Outcome, settled?: Settled) =>
    options.onOutcome(
      outcome,
      item,
      outcome.stillDoubtful ? { outcome, entry: entryIn(desk.disk.read(outcome.entry ?? '')?.toString('utf8') ?? '') } : settled,
    );
  const { content } = item;
  if ('status' in done) tell(done);
  else if (content.kind === 'passed-over') options.onPassedOver({ ...about, reason: content.reason });
  else if ('refused' in done) refuse(done.refused);
  else if ('article' in done) {
    try {
      const settled = settle(item, done.article as Finished, done.sketch, desk);
      tell(settled.outcome, settled);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(error.message);
    }
  } else if (content.kind === 'refused') refuse(content.reason);
  else if (content.kind === 'page' && content.crawled) options.onPassedOver({ ...about, reason: 'The page holds no text of an article.' });
  else refuse('The page holds no text of an article.');
}
