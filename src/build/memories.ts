import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Reads what was remembered; undefined where there is nothing, or it is not as it was written. */
export function readMemory<Memory>(file: string): Memory | undefined {
  const bytes = unlessMissing(() => readFileSync(file));
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf('\n');
  const body = bytes.subarray(end + 1);
  return end > 0 && bytes.toString('latin1', 0, end) === hash('sha256', body) ? (JSON.parse(body.toString()) as Memory) : undefined;
}

/** Remembers something for the next build: whole or not at all. */
export function writeMemory(file: string, memory: unknown): void {
  const body = JSON.stringify(memory);
  write(file, hash('sha256', body), body);
}

/** Remembers something under its digest, and gives that back; what is there already is not written again. */
export function writeByDigest(dir: string, memory: unknown): string {
  const body = JSON.stringify(memory);
  const digest = hash('sha256', body);
  if (!existsSync(join(dir, digest))) write(join(dir, digest), digest, body);
  return digest;
}

function write(file: string, digest: string, body: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}`;
  writeFileSync(next, `${digest}\n${body}`);
  renameSync(next, file);
}

/** Names of what is remembered in a folder, sorted. */
export function listMemories(dir: string): string[] {
  return (unlessMissing(() => readdirSync(dir)) ?? []).sort();
}

/** Forgets something. */
export function removeMemory(file: string): void {
  rmSync(file, { force: true });
}

function unlessMissing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
