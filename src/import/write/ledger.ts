import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Disk, IMPORTS } from './disk.ts';

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
  readonly #deeds = new Map<string, Deed>();
  readonly #disk: Disk;
  #file: number | undefined;

  constructor(disk: Disk) {
    this.#disk = disk;
    const lines = (disk.read(FILE)?.toString('utf8') ?? '').split('\n');
    // What follows the last line feed was being written when the import was killed.
    const torn = lines.pop() ?? '';
    for (const line of lines) {
      const deed = parse(line);
      if (deed !== undefined) this.#deeds.set(deed.digest, deed);
    }
    if (torn !== '') disk.write(FILE, lines.map((line) => `${line}\n`).join(''));
  }

  /** What was last done with an item. */
  find(digest: string): Deed | undefined {
    return this.#deeds.get(digest);
  }

  /** Writes down what is about to be done. */
  add(deed: Deed): void {
    this.#deeds.set(deed.digest, deed);
    if (this.#disk.dryRun) return;
    if (this.#file === undefined) {
      const path = join(this.#disk.dir, FILE);
      mkdirSync(dirname(path), { recursive: true });
      this.#file = openSync(path, 'a');
    }
    writeSync(this.#file, `${JSON.stringify(deed)}\n`);
  }

  end(): void {
    if (this.#file === undefined) return;
    fsyncSync(this.#file);
    closeSync(this.#file);
    this.#file = undefined;
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
