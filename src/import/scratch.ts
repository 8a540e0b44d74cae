import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what an import must put somewhere while it goes on. */
export interface Scratch {
  path: string;
  /** Removes it. */
  end(): void;
}

// The machine is part of the name: a folder for temporary files may be shared by several, which know nothing of each other's processes.
const PREFIX = `stet-import-${hostname().replaceAll(/[^\w.]/g, '')}-`;

/** Makes a folder that goes with this process, however that ends: one that is killed leaves it to the next import. */
export function makeScratch(): Scratch {
  sweep();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const remove = () => rmSync(path, { recursive: true, force: true });
  process.on('exit', remove);
  return {
    path,
    end: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

/** Removes what imports of this user left on this machine that are no more. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? /^(\d+)-\w{6}$/.exec(name.slice(PREFIX.length))?.[1] : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(tmpdir(), name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() && (process.getuid === undefined || stat.uid === process.getuid())) rmSync(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
