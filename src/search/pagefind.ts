import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchRecord } from './record.ts';

/** How many texts are being indexed. */
let running = 0;

/**
 * Has Pagefind index a text.
 * @param dir Folder for its files, which are removed again.
 * @param read Is told the folder with the parts of the index; what else Pagefind writes is its own client's.
 */
export async function indexText<Read>(record: SearchRecord, dir: string, read: (folder: string) => Read): Promise<Read> {
  // Words come folded, and their forms are found by the lexicon: Pagefind is to take them as they are.
  running += 1;
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
    return await indexWith(demand(index, errors), record, dir, read);
  } finally {
    running -= 1;
  }
}

async function indexWith<Read>(made: PagefindIndex, record: SearchRecord, dir: string, read: (folder: string) => Read): Promise<Read> {
  try {
    const answer = await made.addCustomRecord({ ...record, meta: { ...record.meta } });
    demand(answer.file, answer.errors);
    putFragment(record, join(dir, 'fragment'));
    const written = await made.writeFiles({ outputPath: dir });
    demand(written.outputPath, written.errors);
    const folder = join(dir, 'index');
    mkdirSync(folder, { recursive: true });
    return read(folder);
  } finally {
    await made.deleteIndex();
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * Pagefind writes the whole text as well, packed as well as can be, which is a third of its work, and nobody
 * reads it. A file that is there it leaves alone, for names are digests; so an empty one is put there. Should
 * another version name it otherwise, nothing but the time is lost.
 */
function putFragment({ url, content, meta }: SearchRecord, folder: string): void {
  const text = JSON.stringify({ url, content, word_count: spacesIn(content) + 1, filters: {}, meta, anchors: [] });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `unknown_${hash('sha1', text).slice(0, 7)}.pf_fragment`), '');
}

function spacesIn(text: string): number {
  let spaces = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) spaces += 1;
  return spaces;
}

/** Ends Pagefind's process, if there is one and nobody in this process needs it any more. */
export async function endIndexing(): Promise<void> {
  if (running === 0) await close();
}

function demand<Value>(value: Value | undefined, errors: readonly string[]): Value {
  if (errors.length > 0 || value === undefined) throw new Error(`The search index could not be made. Pagefind says: ${errors.join('; ') || 'nothing'}`);
  return value;
}
