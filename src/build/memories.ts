import { isAscii } from 'node:buffer';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Reads what was remembered; undefined where there is nothing, or it is not as it was written. */
export function readMemory<Memory>(file: string): Memory | undefined {
  const bytes = unlessMissing(() => readFileSync(file));
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf('\n');
  const body = bytes.subarray(end + 1);
  return end > 0 && bytes.toString('latin1', 0, end) === hash('sha256', body)
    ? (JSON.parse(body.toString(isAscii(body) ? 'latin1' : 'utf8')) as Memory)
    : undefined;
}

/** Remembers something for the next build: whole or not at all. */
export function writeMemory(file: string, memory: unknown): void {
  const body = written(memory);
  write(file, hash('sha256', body), body);
}

/** Remembers something under its digest, and gives that back; what is there already is not written again. */
export function writeByDigest(dir: string, memory: unknown): string {
  const body = written(memory);
  const digest = hash('sha256', body);
  if (!existsSync(join(dir, digest))) write(join(dir, digest), digest, body);
  return digest;
}

/** Of so many bytes, one may be of a character beyond ASCII for all to be written in ASCII. */
const RARE = 20;

/**
 * JSON, in ASCII alone where little is beyond it: one quotation mark that is, and all that is read takes twice the memory
 * and half as long again.
 */
function written(memory: unknown): string {
  const json = JSON.stringify(memory);
  const beyond = Buffer.byteLength(json) - json.length;
  if (beyond === 0 || beyond * RARE > json.length) return json;
  return json.replaceAll(/[^\0-\x7f]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
