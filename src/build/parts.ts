import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ContentError, type Fault } from '../errors.ts';
import type { Made } from './make.ts';
import type { Product } from './manifest.ts';
import { readMemory, writeMemory } from './memories.ts';
import { describeFile, folderMaker } from './output.ts';
import type { PlannedProduct } from './products.ts';
import type { Shard } from './shard.ts';

/** File in a part's folder that tells what is in it. */
export const PART_FILE = 'stet-part.json';

/** What one machine has made. */
interface Part {
  shard: Shard;
  products: readonly Product[];
  /** Ids of the paragraphs of articles that were rendered; see `Made`. */
  ids: readonly (readonly [article: string, ids: string])[];
}

/** Writes what is in a part beside it. */
export function describePart(dir: string, shard: Shard, { made, ids }: Made): void {
  writeMemory(join(dir, PART_FILE), { shard, products: made, ids: [...ids] } satisfies Part);
}

/** Whether a folder holds something that is no part, and would be lost under one. */
export function isSite(dir: string): boolean {
  return existsSync(join(dir, 'index.html')) && !existsSync(join(dir, PART_FILE));
}

/**
 * Takes pages and search bundles out of the parts that other machines have made, and puts copies of their files into
 * a folder. Throws a `ContentError` where a part is missing, is not as it was made, or was made of something else.
 */
export function takeFromParts(wanted: readonly PlannedProduct[], dirs: readonly string[], stage: string): Made {
  const parts = readParts(dirs);
  const found = new Map(parts.flatMap(({ dir, products }) => products.map((product) => [product.name, { dir, product }])));
  const makeFolder = folderMaker(stage);
  const faults: Fault[] = [];
  const made = wanted.flatMap(({ name, key }): Product[] => {
    const part = found.get(name);
    if (part?.product.key !== key) {
      const file = join(part?.dir ?? dirs[0] ?? '', PART_FILE);
      faults.push(
        fault(
          file,
          part === undefined ? `${name} is in no part.` : `${name} was made of other content, or by another version.`,
          'Build all parts of one state of the content.',
        ),
      );
      return [];
    }
    const files = part.product.files.map((file) => {
      const from = join(part.dir, file.file);
      const bytes = existsSync(from) ? readFileSync(from) : undefined;
      if (bytes === undefined || hash('sha256', bytes, 'base64url') !== file.digest) {
        faults.push(fault(from, 'The file is not as it was made.', 'Bring the part over again, whole.'));
        return file;
      }
      makeFolder(dirname(file.file));
      const to = join(stage, file.file);
      writeFileSync(to, bytes);
      return describeFile(file.file, statSync(to), bytes);
    });
    return [{ name, key, files }];
  });
  if (faults.length > 0) throw new ContentError(faults.slice(0, MOST_FAULTS));
  return { made, ids: new Map(parts.flatMap(({ ids }) => ids)) };
}

/** After so many, faults are only echoes of the first. */
const MOST_FAULTS = 20;

function readParts(dirs: readonly string[]): (Part & { dir: string })[] {
  const parts = dirs.map((dir) => {
    const part = readMemory<Part>(join(dir, PART_FILE));
    if (part === undefined)
      throw new ContentError([
        fault(join(dir, PART_FILE), 'This is no part of a build, or not a whole one.', 'Give the folders that “stet build --shard” has made.'),
      ]);
    return { ...part, dir };
  });
  const of = parts[0]?.shard.of ?? 0;
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((at) => !parts.some(({ shard }) => shard.at === at && shard.of === of));
  const other = parts.find(({ shard }) => shard.of !== of);
  if (other !== undefined) {
    throw new ContentError([
      fault(join(other.dir, PART_FILE), `This is one of ${other.shard.of} parts, and others are of ${of}.`, 'Give all parts of one build, and no others.'),
    ]);
  }
  if (missing.length > 0) {
    throw new ContentError([
      fault(dirs[0] ?? '', `Of ${of} parts, ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`, 'Give the folders of all parts.'),
    ]);
  }
  return parts;
}

function fault(file: string, message: string, hint: string): Fault {
  return { file, line: 1, column: 1, message, hint };
}
