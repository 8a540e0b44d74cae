import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { stet } from '../e2e/setup/checkout.ts';

/** Runs the program within this process, which spares starting another. */
async function inside(args: string[]) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void stdout.push(`${text}\n`));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => stdout.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => stderr.push(String(text)) > 0);
  const status = await main(args);
  vi.restoreAllMocks();
  return { status, stdout: stdout.join(''), stderr: stderr.join('') };
}

describe('stet', () => {
  it('tells what it can do', async () => {
    const { status, stdout } = await inside(['--help']);
    expect(status).toBe(0);
    for (const command of ['build', 'check', 'dev', 'start', 'bench']) expect(stdout).toContain(`  ${command} `);
  });

  it.each([
    ['build', ['--content', '--out', '--cache', '--url', '--clean', '--json']],
    ['check', ['--content', '--json']],
    ['dev', ['--content', '--port']],
    ['start', ['--content', '--out', '--url', '--port']],
    ['bench', ['--articles', '--large', '--runs', '--dir', '--json']],
  ])('%s --help tells its flags', async (command, flags) => {
    const { status, stdout, stderr } = await inside([command, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const flag of flags) expect(stdout).toContain(`  ${flag}`);
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['publish']],
    ['an unknown flag', ['build', '--fast']],
    ['a flag of another command', ['check', '--port', '4000']],
    ['a flag without its value', ['build', '--content']],
    ['a file where no file is asked for', ['build', 'content']],
    ['an address that is none', ['build', '--url', 'example.org']],
    ['a port that is none', ['start', '--port', '99999']],
    ['a number of runs that is none', ['bench', '--runs', '0']],
    ['a number of articles that is none', ['bench', '--articles', 'many']],
  ])('refuses %s with status 2', async (_, args) => {
    const { status, stdout, stderr } = await inside(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).toContain('--help');
  });
});

describe('stet as a program', () => {
  const program = inject('program');

  it('ends with the status that it came to', async () => {
    expect(await stet(program, ['publish'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('There is no command “publish”') });
  });

  it('checks the archive of this project and finds no fault', async () => {
    const { status, stdout } = await stet(program, ['check', '--json']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '{"faults":[]}\n' });
  });

  it('fails with status 1 where there is no content at all', async () => {
    const { status, stderr } = await stet(program, ['build', '--content', 'nowhere', '--out', 'nothing']);
    expect(status).toBe(1);
    expect(stderr).toContain('There is no archive.yml.');
    expect(existsSync(join(program, 'nothing'))).toBe(false);
  });
});
