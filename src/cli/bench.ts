import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { runBench } from '../bench/run-bench.ts';
import { formatReport } from '../bench/table.ts';
import { type Command, printJson, say } from './command.ts';

const SIZES = [1000, 10_000];
const LARGE = 100_000;

/** What shells give for a program that was interrupted. */
const BROKEN_OFF = 130;

/** `stet bench`: what builds take, against each other and against other programs. */
export const bench: Command = {
  summary: 'measure builds of synthetic archives, and compare with Hugo and Eleventy where they are installed',
  flags: ['articles', 'large', 'runs', 'dir', 'json'],
  async run({ articles, large, runs, dir, json }) {
    const broken = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => broken.abort());
    const sizes = [...(articles === undefined ? SIZES : [Number(articles)]), ...(large ? [LARGE] : [])];
    try {
      const report = await runBench({
        sizes: [...new Set(sizes)].sort((a, b) => a - b),
        runs: (size) => Number(runs ?? (size >= LARGE ? 1 : 3)),
        dir: resolve(dir ?? tmpdir()),
        say,
        signal: broken.signal,
      });
      if (json) printJson(report);
      else process.stdout.write(`${formatReport(report)}\n`);
      return 0;
    } catch (error) {
      if (!broken.signal.aborted) throw error;
      say('Broken off; nothing is left behind.');
      return BROKEN_OFF;
    }
  },
};
