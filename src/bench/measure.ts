import { execFile, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { watchMemory } from '../build/memory.ts';
import { ROOT } from '../build/root.ts';

/** A program to run. */
export interface Command {
  file: string;
  args: readonly string[];
}

/** What running programs took. */
export interface Measured {
  /** Wall time. */
  seconds: number;
  /** The most that all processes held together at one time: the sum of their resident sets. */
  peakMemoryMiB: number;
}

/** Programs are looked for among the project's own packages first, as npm does. */
export const ENVIRONMENT = { ...process.env, PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter) };

/** How often memory is looked at, in milliseconds; looking takes about one. */
const INTERVAL = 50;

/**
 * Runs programs one after the other. Rejects where one fails, with the end of what it said.
 * @returns what they took together, and what the last of them printed.
 */
export async function measure(commands: readonly Command[], cwd: string, signal: AbortSignal): Promise<Measured & { stdout: string }> {
  // What was written before is not to be paid for now.
  if (process.platform !== 'win32') await promisify(execFile)('sync');
  const all = { seconds: 0, peakMemoryMiB: 0, stdout: '' };
  for (const command of commands) {
    const { seconds, peakMemoryMiB, stdout } = await measureOne(command, cwd, signal);
    all.seconds += seconds;
    all.peakMemoryMiB = Math.max(all.peakMemoryMiB, peakMemoryMiB);
    all.stdout = stdout;
  }
  return all;
}

function measureOne({ file, args }: Command, cwd: string, signal: AbortSignal): Promise<Measured & { stdout: string }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(file, args, { cwd, env: ENVIRONMENT, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    const memory = watchMemory(child.pid, INTERVAL);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      stdout += data;
    });
    child.stderr.on('data', (data: Buffer) => {
      stderr += data;
    });
    let failed: Error | undefined;
    child.on('error', (error) => {
      failed = error;
    });
    child.on('close', (code, killedBy) => {
      const seconds = (performance.now() - began) / 1000;
      memory.end();
      if (failed !== undefined) reject(failed);
      else if (code === 0) resolve({ seconds, peakMemoryMiB: memory.peakMiB(), stdout });
      else reject(new Error(`${file} ${args.join(' ')} ended with ${killedBy ?? code}: ${(stderr || stdout).trim().slice(-2000)}`));
    });
  });
}
