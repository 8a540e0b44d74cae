import { createWriteStream, existsSync, globSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Fetched } from '../fetch/get.ts';
import type { Input } from './input.ts';

/** What expanding needs of the world. */
export interface Surroundings {
  stdin: Readable;
  /** A folder for what does not lie on disk yet. */
  scratch: string;
  /** Fetches an address into a file of that folder. */
  fetch(url: string): Promise<Fetched>;
}

/** A file to be read, or why there is none. */
export type Place = Omit<Input, 'gzip'> | { name: string; missing: string };

/** Finds all files that arguments of the command mean: files, folders, globs, `-` and addresses, in a fixed order. */
export async function* expand(args: readonly string[], around: Surroundings): AsyncGenerator<Place> {
  const seen = new Set<string>();
  for (const arg of args) {
    for await (const place of expandOne(arg, around)) {
      if (!('path' in place)) yield place;
      else if (!seen.has(place.path)) {
        seen.add(place.path);
        yield place;
      }
    }
  }
}

async function* expandOne(arg: string, around: Surroundings): AsyncGenerator<Place> {
  if (arg === '-') {
    const path = join(around.scratch, 'standard-input');
    await pipeline(around.stdin, createWriteStream(path));
    yield { name: '-', path, size: statSync(path).size, named: true };
  } else if (/^https?:\/\//i.test(arg)) {
    const fetched = await around.fetch(arg);
    if ('refused' in fetched) yield { name: arg, missing: fetched.refused };
    else yield { name: arg, named: true, ...fetched };
  } else if (/^[a-z][a-z+.-]+:\/\//i.test(arg) && !existsSync(arg)) {
    yield { name: arg, missing: 'Only http and https addresses are fetched.' };
  } else if (existsSync(arg)) {
    yield* onDisk(arg, { named: true });
  } else if (/[*?[{]/.test(arg)) {
    const found = globSync(arg).sort();
    if (found.length === 0) yield { name: arg, missing: 'No file fits this pattern.' };
    for (const path of found) yield* onDisk(path, { named: false });
  } else {
    yield { name: arg, missing: 'There is no such file or folder.' };
  }
}

function* onDisk(path: string, how: { named: boolean; root?: string }): Generator<Place> {
  const stat = statSync(path);
  if (stat.isDirectory()) {
    yield* inFolder(path, { named: false, root: how.root ?? path });
  } else if (stat.isFile()) {
    yield { name: path, path, size: stat.size, captured: stat.mtime.toISOString().replace(/\.\d+/, ''), ...how };
  } else {
    yield { name: path, missing: 'It is neither a file nor a folder.' };
  }
}

function* inFolder(dir: string, how: { named: boolean; root: string }): Generator<Place> {
  const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(dir, entry.name);
    // A link may lead out of the folder or around in it; what it leads to is imported where it lies.
    if (lstatSync(path).isSymbolicLink()) continue;
    // What a browser saves beside a page: `Headline_files/` beside `Headline.html`.
    if (entry.isDirectory() && isCompanion(entry.name, names)) continue;
    yield* onDisk(path, how);
  }
}

function isCompanion(name: string, names: ReadonlySet<string>): boolean {
  const page = /^(.+)(?:_files|\.files|-Dateien|_fichiers|_archivos|_bestanden)$/.exec(basename(name))?.[1];
  return page !== undefined && ['.html', '.htm', '.xhtml'].some((ending) => names.has(page + ending));
}
