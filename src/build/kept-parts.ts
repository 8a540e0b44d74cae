import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../archive/article.ts';
import { type IndexPart, readPart, writePart } from '../search/part.ts';
import { fragmentFile } from '../search/table.ts';
import { describeFile, type OutputFile } from './output.ts';

/**
 * Parts of search bundles that earlier builds have made, in a folder: a file each, named by a digest of
 * what it was made of, and beginning with that of its content.
 */

/** A part that was made, if it lies in the folder as it was written. */
export function readKeptPart(folder: string, key: string): IndexPart | undefined {
  const file = join(folder, key);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const content = bytes.subarray(DIGEST);
  return hash('sha256', content) === bytes.toString('latin1', 0, DIGEST) ? readPart(content) : undefined;
}

/** Letters of a SHA-256. */
const DIGEST = 64;

/** Keeps a part: whole or not at all. */
export function keepPart(folder: string, key: string, part: IndexPart): void {
  mkdirSync(folder, { recursive: true });
  const content = writePart(part);
  const next = join(folder, `${key}.${process.pid}`);
  writeFileSync(next, Buffer.concat([Buffer.from(hash('sha256', content)), content]));
  renameSync(next, join(folder, key));
}

/** Removes parts that no bundle has any more. */
export function dropParts(folder: string, wanted: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) if (!wanted.has(file)) rmSync(join(folder, file));
}

/**
 * The fragments of a part's articles as they lie in the output; undefined unless all are as they were made.
 * @param bundle Path of the bundle's folder below the output.
 */
export function findFragments(output: string, bundle: string, articles: readonly Article[], { fragments, digests }: IndexPart): OutputFile[] | undefined {
  const found: OutputFile[] = [];
  for (const [at, { day }] of articles.entries()) {
    const file = `${bundle}/${fragmentFile(day, fragments[at] ?? '')}`;
    const path = join(output, file);
    if (!existsSync(path)) return undefined;
    const described = describeFile(file, statSync(path), readFileSync(path));
    if (described.digest !== digests[at]) return undefined;
    found.push(described);
  }
  return found;
}
