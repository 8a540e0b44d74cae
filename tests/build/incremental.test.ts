import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProgram } from '../../src/bench/program.ts';
import type { BuildSummary } from '../../src/build/build-site.ts';
import { listOutput } from '../../src/build/output.ts';
import { stet } from '../e2e/setup/checkout.ts';
import { makeRandom, seed } from '../support/random.ts';
import { ChangingArchive, editProgram } from './changes.ts';

/** How many changes are tried, and how often a build is killed; more for those who have the time. */
const STEPS = Number(process.env.STET_STEPS ?? 5);
const KILLS = Number(process.env.STET_KILLS ?? 2);

let dir: string;
let program: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'stet-incremental-'));
  program = copyProgram(join(dir, 'program'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function build(content: string, name: string, ...flags: string[]): Promise<BuildSummary> {
  const ended = await stet(program, ['build', '--json', '--content', content, '--out', join(dir, name), '--cache', join(dir, 'cache'), ...flags]);
  if (ended.status !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout) as BuildSummary;
}

const bytesOf = (name: string) => new Map(listOutput(join(dir, name)).map((file) => [file, readFileSync(join(dir, name, file)).toString('base64')]));

/** Files in which two sites differ. */
function differences(one: string, other: string): string[] {
  const [a, b] = [bytesOf(one), bytesOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));
}

describe('a build after changes', () => {
  it('gives what a clean build gives, byte for byte, whatever has changed', async () => {
    const archive = new ChangingArchive(join(dir, 'changing'), makeRandom(seed), 30);
    await build(archive.dir, 'site');
    const told: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      const what = [archive.change(), ...(step % 3 === 0 ? [archive.change()] : [])].join(' and ');
      const { rendered, reused } = await build(archive.dir, 'site');
      told.push(`${what}: ${rendered} of ${rendered + reused}`);
      await build(archive.dir, 'clean', '--clean');
      expect(differences('site', 'clean'), `with STET_SEED=${seed}, after ${told.join('; ')}`).toEqual([]);
    }
    editProgram(program, 'components/ArticleFacts.astro', '<dt>Cite</dt>', '<dt>Citing</dt>');
    editProgram(program, 'markdown/paragraph-ids.ts', '`Paragraph ', '`Para ');
    await build(archive.dir, 'site');
    await build(archive.dir, 'clean', '--clean');
    expect(differences('site', 'clean')).toEqual([]);
    expect(readFileSync(join(dir, 'site', listOutput(join(dir, 'site')).find((file) => file.includes('story-')) ?? ''), 'utf8')).toContain('Para 1');
  }, 180_000);

  it('renders what shows the change, and nothing where nothing has changed', async () => {
    const archive = new ChangingArchive(join(dir, 'still'), makeRandom(seed), 40);
    const first = await build(archive.dir, 'still-site');
    expect(await build(archive.dir, 'still-site')).toMatchObject({
      articles: 40,
      rendered: 0,
      reused: first.rendered,
      removed: 0,
      files: first.files,
      written: 0,
    });
    archive.text();
    const { rendered, written } = await build(archive.dir, 'still-site');
    expect(rendered).toBeGreaterThan(0);
    expect(rendered).toBeLessThan(first.rendered / 3);
    expect(written).toBeLessThan(first.files / 2);
  });

  it('makes again what somebody has touched, and believes no memory that is not whole', async () => {
    const archive = new ChangingArchive(join(dir, 'touched'), makeRandom(seed), 5);
    const site = join(dir, 'touched-site');
    await build(archive.dir, 'touched-site');
    const before = bytesOf('touched-site');
    rmSync(join(site, 'index.html'));
    writeFileSync(join(site, 'about/index.html'), 'not this');
    await build(archive.dir, 'touched-site');
    expect(bytesOf('touched-site')).toEqual(before);
    for (const file of listOutput(join(dir, 'cache')).filter((name) => name.endsWith('.json'))) {
      const path = join(dir, 'cache', file);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('2020', '2021'));
    }
    expect((await build(archive.dir, 'touched-site')).reused).toBe(0);
    expect(bytesOf('touched-site')).toEqual(before);
  });
});

/** Links of a site on disk that lead nowhere. */
function deadLinks(name: string): string[] {
  const files = new Set(listOutput(join(dir, name)));
  return [...files]
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      [...readFileSync(join(dir, name, file), 'utf8').matchAll(/ (?:href|src)="\/([^"?#]*)/g)]
        .map(([, path = '']) => decodeURI(path))
        .filter((path) => !files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path))
        .map((path) => `${file} → /${path}`),
    );
}

describe('a build that is killed', () => {
  it(
    'leaves a site that holds together, and the next one makes it right',
    async () => {
      const random = makeRandom(seed);
      const archive = new ChangingArchive(join(dir, 'killed'), random, 20);
      await build(archive.dir, 'killed-site');
      for (let round = 0; round < KILLS; round += 1) {
        for (let changes = 0; changes < 3; changes += 1) archive.change();
        const args = [
          'build',
          '--content',
          archive.dir,
          '--out',
          join(dir, 'killed-site'),
          '--cache',
          join(dir, 'cache'),
          ...(round % 3 === 0 ? ['--clean'] : []),
        ];
        const child: ChildProcess = spawn(process.execPath, [join(program, 'src/cli/stet.mjs'), ...args], { cwd: program, stdio: 'ignore' });
        await setTimeout(random.below(1500));
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
        expect(existsSync(join(dir, 'killed-site/index.html'))).toBe(true);
        expect(deadLinks('killed-site'), `in round ${round} with STET_SEED=${seed}`).toEqual([]);
        await build(archive.dir, 'killed-site');
        await build(archive.dir, 'killed-clean', '--clean');
        expect(differences('killed-site', 'killed-clean'), `in round ${round} with STET_SEED=${seed}`).toEqual([]);
      }
    },
    60_000 + KILLS * 15_000,
  );

  it('two at once take turns', async () => {
    const archive = new ChangingArchive(join(dir, 'two'), makeRandom(seed), 8);
    await Promise.all([build(archive.dir, 'two-site'), build(archive.dir, 'two-site'), build(archive.dir, 'two-clean', '--clean')]);
    expect(differences('two-site', 'two-clean')).toEqual([]);
    expect(existsSync(join(dir, '.two-site.stet'))).toBe(false);
  });
});
