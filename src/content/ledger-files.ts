import { accessSync, appendFileSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, type Fault } from '../errors.ts';
import { type Ledger, LedgerBuilder } from '../ledger/ledger.ts';
import { isArticleLine, readSiteLine } from '../ledger/line.ts';
import { type Additions, SITE_FILE } from '../ledger/release.ts';
import { type Folder, listFiles, openFolder } from './files.ts';

/** Folder of the ledger, below the content folder. */
export const LEDGER = 'ledger';

// Lines of two branches are both kept: none depends on its place.
const ATTRIBUTES = '*.txt merge=union\n';
const HEAD = '# Addresses that were released, and must lead somewhere for ever. Written by “stet build”; lines are only ever added.\n';

/** Reads the ledger of a content folder; an empty one where there is none. Lines that are not whole are faults. */
export function readLedger(folder: Folder): { ledger: Ledger; faults: Fault[] } {
  const builder = new LedgerBuilder();
  const faults: Fault[] = [];
  for (const file of listFiles(folder, LEDGER).filter((name) => name.endsWith('.txt'))) {
    const isSite = file === `${LEDGER}/${SITE_FILE}`;
    const lines = readFileSync(join(folder.dir, file), 'utf8').split('\n');
    for (const [at, raw] of lines.entries()) {
      const line = raw.trimEnd();
      if (line === '' || line.startsWith('#')) continue;
      const place = { file, line: at + 1 };
      const site = isSite ? readSiteLine(line) : undefined;
      if (site?.path !== undefined) builder.addPath(site.path, site.date, place);
      else if (site?.feedIds !== undefined) builder.addFeedIds(site.feedIds, site.date, place);
      else if (!isSite && isArticleLine(line)) builder.addArticle(line, place);
      else {
        faults.push({
          file: folder.name(file),
          line: at + 1,
          column: 1,
          message: 'This is no line of a ledger.',
          hint: `Take the file back from where the content is kept (git checkout -- ${folder.name(file)}); it is never written by hand.`,
        });
      }
    }
  }
  return { ledger: builder.build(), faults };
}

/** Throws a `ContentError` where nothing can be added to the ledger. */
export function requireWritable(dir: string): void {
  const ledger = join(dir, LEDGER);
  try {
    accessSync(existsSync(ledger) ? ledger : dir, constants.W_OK);
  } catch (error) {
    throw new ContentError([
      {
        file: openFolder(dir).name(LEDGER),
        line: 1,
        column: 1,
        message: `The addresses of this release cannot be recorded: the folder cannot be written (${(error as NodeJS.ErrnoException).code}).`,
        hint: 'Give the right to write there. To look at the site and record nothing, use “stet start”.',
      },
    ]);
  }
}

/** Adds lines to the ledger. Those that are there already, of a release that was killed, are not added twice. */
export function appendToLedger(dir: string, additions: Additions): void {
  if (additions.size === 0) return;
  const ledger = join(dir, LEDGER);
  mkdirSync(ledger, { recursive: true });
  const attributes = join(ledger, '.gitattributes');
  if (!existsSync(attributes)) writeFileSync(attributes, ATTRIBUTES);
  for (const [name, lines] of additions) {
    const file = join(ledger, name);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
    const known = new Set(text.split('\n'));
    const added = lines.filter((line) => !known.has(line)).map((line) => `${line}\n`);
    if (added.length === 0) continue;
    const start = existsSync(file) ? (text.endsWith('\n') || text === '' ? '' : '\n') : HEAD;
    appendFileSync(file, start + added.join(''));
  }
}
