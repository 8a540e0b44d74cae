import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** How often somebody who waits looks again, in milliseconds. */
const LOOK_AGAIN = 150;

/**
 * Keeps others from building the same site at the same time: waits for whoever is at it. The lock of
 * a process that is no more is taken over.
 * @returns gives the lock back.
 */
export async function lock(dir: string, say: (line: string) => void): Promise<() => void> {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'lock');
  const own = join(dir, `lock.${process.pid}`);
  // Linked when it is complete, so that no lock is ever without its holder's number.
  writeFileSync(own, String(process.pid));
  try {
    for (let tries = 0; ; tries += 1) {
      if (claim(own, file)) return () => rmSync(file, { force: true });
      const holder = holderOf(file);
      if (holder !== undefined && !isAlive(holder)) takeAway(file, holder);
      else if (holder !== undefined) {
        if (tries === 0) say(`Waiting for another build of the same site (process ${holder}) …`);
        await setTimeout(LOOK_AGAIN);
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function claim(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a process that is no more; moved aside first, for it may have become somebody else's meanwhile. */
function takeAway(file: string, holder: number): void {
  const aside = `${file}.old.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (holderOf(aside) !== holder) claim(aside, file);
  rmSync(aside, { force: true });
}

/** Undefined where the lock has just been given back. */
function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
