import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';

it('stet start serves the archive, search included, on the next free port', async () => {
  const program = inject('program');
  const other = createServer().listen(0, 'localhost');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;

  const child = spawn(process.execPath, [join(program, 'src/cli/stet.mjs'), 'start', '--port', String(port), '--cache', join(program, 'cache')], {
    cwd: program,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'exit');
  const address = await Promise.race([
    once(child.stdout, 'data').then(([chunk]) => String(chunk).trim()),
    ended.then(() => Promise.reject(new Error(`It ended:\n${said}`))),
  ]);

  expect(address).toMatch(/^http:\/\/localhost:\d+\/$/);
  expect(Number(new URL(address).port)).toBeGreaterThan(port);
  expect(said).toContain(`Port ${port} is in use`);
  const get = async (path: string) => {
    const response = await fetch(address + path);
    return { status: response.status, text: await response.text() };
  };
  expect(await get('2020/03/05/putin-erdogan-idlib/')).toMatchObject({ status: 200, text: expect.stringContaining('<h1') });
  expect((await get('pagefind/bundles.json')).status).toBe(200);
  expect(await get('nothing/here/')).toMatchObject({ status: 404, text: expect.stringContaining('There is nothing at this address.') });
  child.kill('SIGINT');
  expect((await ended)[0]).toBe(0);
}, 60_000);
