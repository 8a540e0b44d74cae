import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { ROOT } from '../../src/build/root.ts';
import { run } from '../e2e/setup/checkout.ts';

/** A Node of the system's that is too old for Astro, where there is one. */
const older = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => folder !== '' && !folder.startsWith(ROOT))
  .map((folder) => join(folder, 'node'))
  .find((node) => {
    try {
      accessSync(node, constants.X_OK);
      return Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8' }))?.[1]) < 22;
    } catch {
      return false;
    }
  });

it.skipIf(older === undefined)('stet runs under an older Node by starting the one that npm brought', async () => {
  const program = inject('program');
  const { status, stdout } = await run(join(program, 'src/cli/stet.mjs'), ['check', '--json', '--content', 'nowhere'], { cwd: program, node: older });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ faults: [{ message: 'There is no archive.yml.' }] });
});
