import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HashIndex, hashOf } from '../known/hash-index.ts';
import { type Disk, IMPORTS } from './disk.ts';
import { LineFile } from './line-file.ts';

/** What an import did with one item; a line of the ledger. */
export interface Deed {
  /** SHA-256 of what the item was made from. */
  digest: string;
  /** Where it came from, as the person named it. */
  input: string;
  part?: string;
  status: 'taken' | 'doubtful' | 'already-there';
  /** Path of the entry below the content folder. */
  entry: string;
  /** SHA-256 of the entry's file as it was written: whether a person has changed it since can be seen. */
  written?: string;
  /** What it was made with beside the item: the mapping of columns, `--source`. */
  how: string;
  /** The importer's doubts and notes. */
  reasons?: readonly string[];
}

const FILE = `${IMPORTS}/ledger.jsonl`;

/**
 * All that was ever imported, in `imports/ledger.jsonl`. A line is written before the entry that it tells of: an import
 * that was killed between the two finds the line without the entry, and writes the entry where it was to be.
 */
export class Ledger {
  /** What was there before, and what is added: one file, but for a dry run, which adds to one that it throws away. */
  readonly #files: { lines: LineFile; index: HashIndex }[] = [];
  readonly #scratch: string | undefined;
  readonly #path: string;

  /** `scratch` is a folder for what a dry run must remember. */
  constructor(disk: Disk, scratch: string) {
    this.#path = join(disk.dir, FILE);
    this.#scratch = disk.dryRun ? join(scratch, 'ledger.jsonl') : undefined;
    if (existsSync(this.#path)) this.#open(this.#path, disk.dryRun);
  }

  /** What was last done with an item. */
  find(digest: string): Deed | undefined {
    for (const { lines, index } of this.#files.toReversed()) {
      for (const offset of index.get(hashOf(digest)).toReversed()) {
        const deed = parse(lines.at(offset));
        if (deed?.digest === digest) return deed;
      }
    }
    return undefined;
  }

  /** Writes down what is about to be done. */
  add(deed: Deed): void {
    const path = this.#scratch ?? this.#path;
    const { lines, index } = this.#files.find((each) => each.lines.path === path) ?? this.#open(path, false);
    index.add(hashOf(deed.digest), lines.add(JSON.stringify(deed)));
  }

  end(): void {
    for (const { lines } of this.#files) {
      if (this.#scratch === undefined) lines.sync();
      lines.end();
    }
  }

  #open(path: string, readOnly: boolean): { lines: LineFile; index: HashIndex } {
    const opened = { lines: new LineFile(path, { readOnly }), index: new HashIndex() };
    for (const { offset, line } of opened.lines) {
      const deed = parse(line);
      if (deed !== undefined) opened.index.add(hashOf(deed.digest), offset);
    }
    this.#files.push(opened);
    return opened;
  }
}

// A line that a person or a merge has spoilt costs what it told, not the import.
function parse(line: string): Deed | undefined {
  try {
    const deed = JSON.parse(line) as Partial<Deed> | null;
    return typeof deed?.digest === 'string' && typeof deed.entry === 'string' ? (deed as Deed) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
