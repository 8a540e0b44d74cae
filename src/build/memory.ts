import { readdirSync, readFileSync } from 'node:fs';

/**
 * Most memory that this process and the children it has now ever took, added up, in MiB.
 * Children are counted where the system tells of them (Linux), else this process alone.
 */
export function peakMemoryMiB(): number {
  const own = process.resourceUsage().maxRSS;
  const kibibytes = own + childrenOf(process.pid).reduce((sum, pid) => sum + peakOf(pid), 0);
  return Math.round(kibibytes / 1024);
}

function childrenOf(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const children = tasks.flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number));
    return children.flatMap((child) => [child, ...childrenOf(child)]);
  } catch {
    // No /proc, or the process has just ended.
    return [];
  }
}

function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
