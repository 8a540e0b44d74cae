import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProgram } from '../../src/bench/program.ts';
import { listOutput } from '../../src/build/output.ts';
import { stet } from '../e2e/setup/checkout.ts';
import { makeRandom, seed } from '../support/random.ts';
import { ChangingArchive } from './changes.ts';

let dir: string;
let program: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'stet-shards-'));
  program = copyProgram(join(dir, 'program'));
  const archive = new ChangingArchive(join(dir, 'content'), makeRandom(seed), 12);
  archive.alias();
  cpSync(archive.dir, join(dir, 'untouched'), { recursive: true });
  await run('build', '--content', archive.dir, '--out', 'whole');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs a command as a machine of its own would: nothing is remembered of any other. */
async function run(command: string, ...args: string[]): Promise<string> {
  const paths = args.map((arg, at) => (args[at - 1] === '--out' || arg.startsWith('part-') ? join(dir, arg) : arg));
  const ended = await stet(program, [command, ...paths, '--cache', join(dir, `cache-${Math.random()}`)]);
  if (ended.status !== 0) throw new Error(`${ended.status}: ${ended.stderr}`);
  return ended.stderr;
}

const bytesOf = (name: string) => new Map(listOutput(join(dir, name)).map((file) => [file, readFileSync(join(dir, name, file)).toString('base64')]));

async function makeParts(of: number): Promise<string[]> {
  const parts = Array.from({ length: of }, (_, at) => `part-${at + 1}-${of}`);
  await Promise.all(parts.map((part, at) => run('build', '--content', join(dir, 'untouched'), '--shard', `${at + 1}/${of}`, '--out', part)));
  return parts;
}

describe('a build on several machines', () => {
  it.each([1, 2, 3, 8])('of %d gives the bytes that one machine gives, and the same ledger', async (of) => {
    const content = join(dir, `content-${of}`);
    cpSync(join(dir, 'untouched'), content, { recursive: true });
    await run('merge', ...(await makeParts(of)), '--content', content, '--out', `merged-${of}`);
    expect([...bytesOf(`merged-${of}`)]).toEqual([...bytesOf('whole')]);
    expect([...bytesOf(`content-${of}`)]).toEqual([...bytesOf('content')]);
  });

  it('is refused where a part is missing, altered or made of other content', async () => {
    const parts = ['part-1-2', 'part-2-2'];
    const content = join(dir, 'content-1');
    const merge = (...given: string[]) => run('merge', ...given, '--content', content, '--out', 'refused');
    await expect(merge('part-1-2')).rejects.toThrow(/Of 2 parts, 2 is missing/);
    await expect(merge('part-1-2', 'part-1-3')).rejects.toThrow(/one of 3 parts, and others are of 2/);
    await expect(merge('part-none')).rejects.toThrow(/no part of a build/);
    const page = join(dir, 'part-2-2', listOutput(join(dir, 'part-2-2')).find((file) => file.endsWith('index.html')) ?? '');
    const whole = readFileSync(page);
    writeFileSync(page, 'not this');
    await expect(merge(...parts)).rejects.toThrow(/not as it was made/);
    writeFileSync(page, whole);
    new ChangingArchive(content, makeRandom(seed), 13);
    await expect(merge(...parts)).rejects.toThrow(/in no part|of other content/);
  });

  it('never puts a part in the place of a site', async () => {
    await expect(run('build', '--content', join(dir, 'untouched'), '--shard', '1/2', '--out', 'whole')).rejects.toThrow(/^2: .*holds a site/);
  });
});
