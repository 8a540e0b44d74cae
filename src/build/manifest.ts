import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OutputFile } from './output.ts';

/** Something that a build makes: a page, a search bundle, a copied file. */
export interface Product {
  /** Its path in the archive; `search:NAME` for a bundle, `public:PATH` for a file of the publisher's. */
  name: string;
  /** Digest of what it was made of. */
  key: string;
  files: readonly OutputFile[];
}

/** What the last build made, and of what. */
export interface Manifest {
  /** Digest of the listing of the content, of its ledger and of the publisher's files. */
  listing: string;
  /** Whether the ledger tells of what was made. */
  isRecorded: boolean;
  articles: number;
  products: readonly Product[];
}

/** Reads what was remembered; undefined where there is nothing, or it is not as it was written. */
export function readMemory<Memory>(file: string): Memory | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return end > 0 && text.slice(0, end) === hash('sha256', body) ? (JSON.parse(body) as Memory) : undefined;
}

/** Remembers something for the next build: whole or not at all. */
export function writeMemory(file: string, memory: unknown): void {
  const body = JSON.stringify(memory);
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}`;
  writeFileSync(next, `${hash('sha256', body)}\n${body}`);
  renameSync(next, file);
}
