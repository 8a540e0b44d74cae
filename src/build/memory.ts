import { readFileSync } from 'node:fs';

/** How often memory is looked at, in milliseconds. */
const INTERVAL = 250;

/** Size of a page of memory on Linux, in KiB; larger ones are rare and would make the figure too small. */
const PAGE = 4;

/** Watches how much memory a process, by default this one, and all its children take together. */
export function watchMemory(pid = process.pid, interval = INTERVAL): { peakMiB(): number; end(): void } {
  let most = 0;
  const look = () => {
    most = Math.max(most, residentOf(pid));
  };
  const timer = setInterval(look, interval);
  timer.unref();
  return {
    // Between two looks this process alone may have taken more; where the system has no /proc it is all that is known.
    peakMiB: () => {
      look();
      const own = pid === process.pid ? process.resourceUsage().maxRSS : 0;
      return Math.round(Math.max(most, own) / 1024);
    },
    end: () => clearInterval(timer),
  };
}

/** Memory of a process and those below it, in KiB. Only first threads start processes here, so only theirs are followed. */
function residentOf(pid: number): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1] ?? 0) * PAGE;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
    return children.reduce((sum, child) => sum + residentOf(child), own);
  } catch {
    // No /proc, or the process has just ended.
    return 0;
  }
}
