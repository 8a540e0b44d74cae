import { closeSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A line of a file, and where it begins and the next one does, in bytes. */
export interface PlacedLine {
  offset: number;
  end: number;
  line: string;
}

const CHUNK = 1024 * 1024;

/** Enough for most lines to be read at once, in bytes. */
const USUAL = 4096;

/** A text file to which lines are added, and whose lines are read again by where they begin; it is never held in memory. */
export class LineFile {
  readonly path: string;
  readonly #file: number;
  #size = 0;

  /** Opens a file, or makes it where it may be written. What follows the last line feed was being written when a program was killed, and goes. */
  constructor(path: string, { readOnly = false } = {}) {
    this.path = path;
    if (!readOnly) mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, readOnly ? 'r' : 'a+');
    for (const { end } of this) this.#size = end;
    if (!readOnly && this.#size < fstatSync(this.#file).size) ftruncateSync(this.#file, this.#size);
  }

  /** Adds a line; returns where it begins. */
  add(line: string): number {
    const offset = this.#size;
    this.#size += writeSync(this.#file, `${line}\n`);
    return offset;
  }

  /** The line that begins at a place. */
  at(offset: number): string {
    let bytes = Buffer.allocUnsafe(USUAL);
    for (;;) {
      const got = readSync(this.#file, bytes, 0, bytes.length, offset);
      const end = bytes.subarray(0, got).indexOf(10);
      if (end >= 0 || got < bytes.length) return bytes.toString('utf8', 0, end < 0 ? got : end);
      bytes = Buffer.allocUnsafe(bytes.length * 8);
    }
  }

  /** All finished lines, from the first on. */
  *[Symbol.iterator](): Generator<PlacedLine> {
    let kept: Uint8Array = new Uint8Array();
    // Of the bytes that are kept.
    let offset = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const got = readSync(this.#file, chunk, 0, CHUNK, offset + kept.length);
      if (got === 0) return;
      const bytes = Buffer.concat([kept, chunk.subarray(0, got)]);
      let from = 0;
      for (let end = bytes.indexOf(10); end >= 0; from = end + 1, end = bytes.indexOf(10, from))
        yield { offset: offset + from, end: offset + end + 1, line: bytes.toString('utf8', from, end) };
      kept = bytes.subarray(from);
      offset += from;
    }
  }

  /** Waits until all of it lies safely on the disk. */
  sync(): void {
    fsyncSync(this.#file);
  }

  end(): void {
    closeSync(this.#file);
  }
}
