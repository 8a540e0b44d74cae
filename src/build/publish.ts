import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file of an output folder, as paths below it, sorted; none where there is no folder. */
export function listOutput(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Puts a finished site in the place of the old one by two renames; the old one goes only when the
 * new one stands. Where the two are on different disks, the new one is copied beside the old first.
 */
export function publish(stage: string, out: string): void {
  const next = `${out}.next-${process.pid}`;
  const old = `${out}.old-${process.pid}`;
  try {
    move(stage, next);
    if (existsSync(out)) renameSync(out, old);
    renameSync(next, out);
  } catch (error) {
    if (!existsSync(out) && existsSync(old)) renameSync(old, out);
    throw error;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
  }
}
