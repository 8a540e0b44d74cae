import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Fault } from '../errors.ts';
import { decode, type SourceText } from './document.ts';

/** A content folder on disk, and how to name its files to the person who edits it. */
export interface Folder {
  /** Absolute path. */
  dir: string;
  /** Path of a file as faults name it. */
  name(file: string): string;
}

/** A content folder; its files are named relative to the folder that the person stands in. */
export function openFolder(dir: string): Folder {
  return {
    dir,
    name: (file) => {
      const path = relative(process.cwd(), join(dir, file));
      return path.startsWith('..') ? join(dir, file) : path;
    },
  };
}

/**
 * Every file below a sub-folder, sorted, as paths below the content folder with `/` between their parts.
 * Hidden files (`.DS_Store`, editors' leftovers) are not content. A missing sub-folder has no files.
 * A folder that is named like a file is listed too, so that whoever reads it says what is wrong.
 */
export function listFiles(folder: Folder, sub: string): string[] {
  const stat = statSync(join(folder.dir, sub), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [sub];
  const files: string[] = [];
  // Node's own recursive listing takes twice the time: it asks for each entry what it is.
  const walk = (path: string) => {
    for (const entry of readdirSync(join(folder.dir, path), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const below = `${path}/${entry.name}`;
      if (!entry.isDirectory() || /\.(md|yml)$/i.test(entry.name)) files.push(below);
      if (entry.isDirectory()) walk(below);
    }
  };
  walk(sub);
  return files.sort();
}

/** A file as it was when it was read. */
export interface FileBytes {
  bytes: Uint8Array;
  text: SourceText;
}

/** Reads and decodes a file of the content folder; what keeps it from being read comes back as a fault. */
export function readText(folder: Folder, file: string): FileBytes | Fault {
  const bytes = readBytes(folder, file);
  if ('message' in bytes) return bytes;
  const text = decode(folder.name(file), bytes);
  return 'message' in text ? text : { bytes, text };
}

/** Reads a file of the content folder; what keeps it from being read comes back as a fault. */
export function readBytes(folder: Folder, file: string): Uint8Array | Fault {
  try {
    return readFileSync(`${folder.dir}/${file}`);
  } catch (error) {
    return unreadable(folder.name(file), error as NodeJS.ErrnoException);
  }
}

function unreadable(file: string, error: NodeJS.ErrnoException): Fault {
  const at = { file, line: 1, column: 1 };
  if (error.code === 'ENOENT') return { ...at, message: 'The file was there and is gone.', hint: 'Was it moved just now? Run the command again.' };
  if (error.code === 'EISDIR') return { ...at, message: 'This is a folder, not a file.', hint: 'Rename it.' };
  return { ...at, message: `The file cannot be read (${error.code ?? error.message}).`, hint: 'Look at its permissions.' };
}

/**
 * Size and times of a file, to tell whether it has changed; undefined where it is gone. The time of its
 * last change of any kind is among them, which tools that set a file's date cannot set.
 */
export function stampOf(folder: Folder, file: string): string | undefined {
  // Not `join`, which takes as long as asking the disk.
  const stat = statSync(`${folder.dir}/${file}`, { throwIfNoEntry: false });
  return stat && `${stat.size}-${stat.mtimeMs}-${stat.ctimeMs}-${stat.ino}`;
}

/** Every file of a content folder, with a stamp that tells whether it has changed. */
export type Listing = ReadonlyMap<string, string | undefined>;

/** Files of the ledger, with stamps that tell whether they have changed. */
export function listLedger(dir: string): Listing {
  const folder = openFolder(dir);
  return new Map(listFiles(folder, 'ledger').map((file) => [file, stampOf(folder, file)]));
}

/** Lists what a publisher edits. */
export function listContent(dir: string): Listing {
  const folder = openFolder(dir);
  const files = ['articles', 'sources', 'topics', 'pages'].flatMap((sub) => listFiles(folder, sub));
  return new Map(['archive.yml', 'gone.yml', ...files].map((file) => [file, stampOf(folder, file)]));
}
