import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** A file of the finished site, as it was written. */
export interface OutputFile {
  /** Path below the output folder, with `/` between its parts. */
  file: string;
  /** SHA-256 of its bytes, in base64url. */
  digest: string;
  size: number;
  /** When it was written, in milliseconds; moving a file keeps it. */
  mtimeMs: number;
}

/** Tells of a file that was just written. */
export function describeFile(file: string, { size, mtimeMs }: Stats, bytes: Uint8Array): OutputFile {
  return { file, digest: hash('sha256', bytes, 'base64url'), size, mtimeMs };
}

/** Whether a file still lies in a folder as it was written. */
export function isThere(dir: string, { file, size, mtimeMs }: OutputFile): boolean {
  // Not `join`: there are files by the hundred thousand.
  const stat = statSync(`${dir}/${file}`, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === size && stat.mtimeMs === mtimeMs;
}

/** A file that lies in a folder with just these bytes, so that it need not be written again; undefined where there is none. */
export function findSame(dir: string, file: string, bytes: Uint8Array): OutputFile | undefined {
  const path = join(dir, file);
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size === bytes.length && readFileSync(path).equals(bytes) ? describeFile(file, stat, bytes) : undefined;
}

/** A file that lies in a folder and holds just these bytes, packed (raw deflate); undefined where there is none. */
export function findPacked(dir: string, file: string, unpacked: Uint8Array): OutputFile | undefined {
  const path = join(dir, file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const bytes = readFileSync(path);
  const held = unpack(bytes, unpacked.length);
  return held?.equals(unpacked) ? describeFile(file, stat, bytes) : undefined;
}

/** Unpacks what may be damaged; undefined where it is. */
function unpack(bytes: Uint8Array, length: number): Buffer | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: length });
  } catch {
    return undefined;
  }
}

/** Every file of an output folder, as paths below it with `/` between their parts, sorted; none where there is no folder. */
export function listOutput(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Makes folders below one, with all that lie above them. Each is asked for once: most files of a site have a folder of their own. */
export function folderMaker(dir: string): (folder: string) => void {
  const there = new Set(['.']);
  const make = (folder: string): void => {
    if (there.has(folder)) return;
    make(dirname(folder));
    there.add(folder);
    try {
      mkdirSync(join(dir, folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  };
  return make;
}
