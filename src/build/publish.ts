import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { appendToLedger } from '../content/ledger-files.ts';

/**
 * Puts finished output in the place of the old. All of it lies on the same disk by then, so what is left
 * are renames. A new site takes the old one's place whole; a site of which little has changed gets new
 * files one by one, by a list that is on disk first: a build that is killed meanwhile leaves a site whose
 * links all lead somewhere, and the next one carries the list out to its end.
 */

/** Folder beside the output that holds what is being made: `.dist.stet` for `dist`. */
export function workDir(out: string): string {
  return join(dirname(out), `.${basename(out)}.stet`);
}

/** Where output is made before it is published. */
export function stageDir(out: string): string {
  return join(workDir(out), 'stage');
}

const journalFile = (out: string) => join(workDir(out), 'journal.json');
const oldDir = (out: string) => join(workDir(out), 'old');

/** What a release adds to the ledger of the content that it was made of. */
export interface LedgerEntry {
  contentDir: string;
  additions: readonly (readonly [file: string, lines: readonly string[]])[];
}

/** What is to be done to a site; paths below the output folder. */
interface Journal {
  /** Whether the site takes the old one's place as a whole. */
  whole?: true;
  ledger: LedgerEntry;
  /** Files that lie ready, in the order in which they are to be seen. */
  add: readonly string[];
  remove: readonly string[];
}

/** Ends what a build that was killed has begun, and clears what it left. */
export function recover(out: string): void {
  const journal = existsSync(journalFile(out)) ? (JSON.parse(readFileSync(journalFile(out), 'utf8')) as Journal) : undefined;
  if (journal?.whole && existsSync(stageDir(out))) exchange(out);
  if (!existsSync(out) && existsSync(oldDir(out))) renameSync(oldDir(out), out);
  if (journal !== undefined) carryOut(out, journal);
  rmSync(stageDir(out), { recursive: true, force: true });
  rmSync(oldDir(out), { recursive: true, force: true });
}

/** Publishes a site of which everything lies ready. */
export function publishWhole(out: string, ledger: LedgerEntry): void {
  mkdirSync(stageDir(out), { recursive: true });
  const journal: Journal = { whole: true, add: [], remove: [], ledger };
  writeJournal(out, journal);
  try {
    exchange(out);
  } catch (error) {
    rmSync(journalFile(out));
    throw error;
  }
  carryOut(out, journal);
  rmSync(oldDir(out), { recursive: true, force: true });
}

/** Puts the finished site in the place of the old one. */
function exchange(out: string): void {
  if (existsSync(out)) renameSync(out, oldDir(out));
  try {
    renameSync(stageDir(out), out);
  } catch (error) {
    if (existsSync(oldDir(out))) renameSync(oldDir(out), out);
    throw error;
  }
}

/** Publishes a change to the site that is there. */
export function publishChange(out: string, journal: Journal): void {
  if (journal.add.length + journal.remove.length + journal.ledger.additions.length === 0) return;
  const ordered = { ...journal, add: [...journal.add].sort((a, b) => placeInOrder(a) - placeInOrder(b)) };
  writeJournal(out, ordered);
  carryOut(out, ordered);
}

/** From here on, what the journal says will be done, by this build or the next. */
function writeJournal(out: string, journal: Journal): void {
  const next = `${journalFile(out)}.next`;
  const file = openSync(next, 'w');
  writeFileSync(file, JSON.stringify(journal));
  fsyncSync(file);
  closeSync(file);
  renameSync(next, journalFile(out));
}

function carryOut(out: string, { add, remove, ledger }: Journal): void {
  appendToLedger(ledger.contentDir, new Map(ledger.additions));
  for (const name of add) {
    const from = join(stageDir(out), name);
    // Where it is not, it has been moved before the build was killed.
    if (!existsSync(from)) continue;
    const to = join(out, name);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  for (const name of remove) rmSync(join(out, name), { force: true });
  // Listing a folder of thousands of files takes a millisecond, so each is looked at once.
  for (const folder of new Set(remove.map((name) => dirname(name)))) removeEmpty(out, folder);
  rmSync(journalFile(out), { force: true });
}

/** What is linked to comes before what links to it: pages before lists, lists before the front page, an index before its catalogue. */
function placeInOrder(file: string): number {
  if (file === 'pagefind/bundles.json' || file === 'index.html') return 100;
  if (file.startsWith('_astro/')) return -2;
  if (file.startsWith('pagefind/')) return file.endsWith('.stet') ? 0 : -1;
  return 50 - file.split('/').length;
}

function removeEmpty(out: string, folder: string): void {
  for (let at = folder; at !== '.' && at !== ''; at = dirname(at)) {
    const path = join(out, at);
    if (!existsSync(path)) continue;
    if (readdirSync(path).length > 0) return;
    rmdirSync(path);
  }
}
