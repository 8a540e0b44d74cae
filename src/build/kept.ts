import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../archive/article.ts';
import type { IndexPart } from '../search/part.ts';
import { fragmentFile } from '../search/table.ts';
import { describeFile, type OutputFile } from './output.ts';

/**
 * What search bundles are made of, as earlier builds have left it in a folder: a file each, which begins with
 * the digest of the rest.
 */

/** What is kept under a name, if it lies in the folder as it was written. */
export function readKept(folder: string, name: string): Buffer | undefined {
  const file = join(folder, name);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const content = bytes.subarray(DIGEST);
  return hash('sha256', content) === bytes.toString('latin1', 0, DIGEST) ? content : undefined;
}

/** Letters of a SHA-256. */
const DIGEST = 64;

/** Keeps something for the next build: whole or not at all. */
export function keep(folder: string, name: string, content: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const next = join(folder, `${name}.${process.pid}`);
  writeFileSync(next, Buffer.concat([Buffer.from(hash('sha256', content)), content]));
  renameSync(next, join(folder, name));
}

/** Removes what nobody wants any more. */
export function dropKept(folder: string, wanted: ReadonlySet<string>): void {
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
