import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LineFile } from '../write/line-file.ts';
import { HashIndex, hashOf } from './hash-index.ts';
import type { KnownArticle, Shelf } from './known.ts';

/** Counts up whenever other facts are made of the same file: of a text, another sketch. */
const REVISION = 2;

/** Where an import remembers what it knows of an archive's files. */
export interface MemoryPlaces {
  /** Content folder. */
  dir: string;
  /** Folder in which the next import finds it again; without one, it is forgotten. */
  cache?: string;
  /** Folder that goes with the import. */
  scratch: string;
  /** The next import finds what the last one left, and nothing of this one. */
  dryRun: boolean;
}

/**
 * Articles as lines of a file, in which an import looks them up, and which spares the next one reading every file:
 * lines are taken over as long as their files are the same.
 */
export class Memory implements Shelf {
  readonly #dir: string;
  readonly #path: string | undefined;
  readonly #lines: LineFile;
  #last: { lines: LineFile; index: HashIndex } | undefined;

  constructor({ dir, cache, scratch, dryRun }: MemoryPlaces) {
    this.#dir = dir;
    const name = `import-known-${REVISION}-${hashOf(dir).toString(36)}.jsonl`;
    const path = cache === undefined ? undefined : join(cache, name);
    this.#last = path !== undefined && existsSync(path) ? open(path) : undefined;
    this.#path = dryRun ? undefined : path;
    const own = this.#path === undefined ? join(scratch, name) : `${this.#path}.new`;
    rmSync(own, { force: true });
    this.#lines = new LineFile(own);
  }

  /** What is known of a file: what was remembered of it, where it is as it was, by its stamp or its digest; else what `read` makes of it. */
  article(file: string, read: () => { digest: string; article(): KnownArticle } | undefined): KnownArticle | undefined {
    const last = this.#lastOf(file);
    if (last?.stamp !== undefined && last.stamp === this.#stampOf(file)) return last;
    const found = read();
    return found !== undefined && found.digest === last?.digest ? last : found?.article();
  }

  /** From here on only what is new is added; what the last import left goes. */
  begun(): void {
    this.#last?.lines.end();
    this.#last = undefined;
    if (this.#path !== undefined) renameSync(this.#lines.path, this.#path);
  }

  add(article: KnownArticle): number {
    return this.#lines.add(toLine({ ...article, stamp: this.#stampOf(article.file) }));
  }

  at(place: number): KnownArticle {
    return fromLine(this.#lines.at(place));
  }

  end(): void {
    this.#last?.lines.end();
    this.#lines.end();
  }

  #lastOf(file: string): Remembered | undefined {
    for (const place of this.#last?.index.get(hashOf(file)).toReversed() ?? []) {
      const remembered = fromLine(this.#last?.lines.at(place) ?? '');
      if (remembered.file === file) return remembered;
    }
    return undefined;
  }

  // The time of its last change of any kind is part of it, which no tool can set.
  #stampOf(file: string): string | undefined {
    const stat = statSync(join(this.#dir, file), { throwIfNoEntry: false });
    return stat && `${stat.size}-${stat.mtimeMs}-${stat.ctimeMs}-${stat.ino}`;
  }
}

/** An article with the stamp that its file had. */
type Remembered = KnownArticle & { stamp?: string };

function open(path: string): { lines: LineFile; index: HashIndex } {
  const last = { lines: new LineFile(path, { readOnly: true }), index: new HashIndex() };
  for (const { offset, line } of last.lines) last.index.add(hashOf(fromLine(line).file), offset);
  return last;
}

function toLine({ sketch: { sample, ...sketch }, ...rest }: Remembered): string {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  return JSON.stringify({ ...rest, sketch, sample: bytes.toString('base64') });
}

function fromLine(line: string): Remembered {
  const { sample, sketch, ...rest } = JSON.parse(line) as Omit<Remembered, 'sketch'> & { sample: string; sketch: { key: string; words: number } };
  // A copy: what comes of base64 need not begin where a number of four bytes may.
  return { ...rest, sketch: { ...sketch, sample: new Uint32Array(Uint8Array.from(Buffer.from(sample, 'base64')).buffer) } };
}
