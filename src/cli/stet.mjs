#!/usr/bin/env node
// Astro needs a newer Node than many machines have; the npm package `node` brings one along.
// This file is plain JavaScript that any Node can read: it finds that one and goes on in main.ts.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// An import promises to stay small. Left alone, Node lets 100 MiB of young objects gather, and the old ones double, before it
// looks which are still in use; and it takes no other sizes once it runs. So this process begins anew with them, where that is possible.
// With one thread beside it there is room for larger ones, which are faster.
const SMALL = availableParallelism() > 1 ? ['--max-semi-space-size=4', '--heap-growing-percent=30'] : ['--max-semi-space-size=16'];

if (major > 22 || (major === 22 && minor >= 18)) {
  if (process.argv[2] === 'import' && process.platform !== 'win32' && process.execArgv.length === 0)
    process.execve?.(process.execPath, [process.execPath, ...SMALL, ...process.argv.slice(1)], process.env);
  // A third of the time of a small build is reading the program; its own processes take it from there, too.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(node)) {
    console.error(`Node ${process.versions.node} is too old, and node_modules holds no newer one. Run: npm ci`);
    process.exit(3);
  }
  const child = spawn(node, [...(process.argv[2] === 'import' ? SMALL : []), fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 3)));
}
