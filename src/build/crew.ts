import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Content } from '../archive/archive.ts';
import type { OutputFile } from './output.ts';
import { makeHand, type Task, type Workplace } from './tasks.ts';

/** How the work of a build is done. */
export interface CrewOptions {
  place: Workplace;
  tasks: readonly Task[];
  /** Content, for a build so small that it is done in this process. */
  content?: Content;
  /** Number of processes otherwise. */
  processes: number;
  /** Called after each task. */
  onDone(task: Task, files: readonly OutputFile[]): void;
}

/** Does all tasks, in their order and several at a time. Rejects with the first that fails; the others are stopped then. */
export async function doTasks({ place, tasks, content, processes, onDone }: CrewOptions): Promise<void> {
  if (tasks.length === 0) return;
  if (content !== undefined) {
    const hand = makeHand(place, content);
    await Promise.all(tasks.map(async (task) => onDone(task, await hand(task))));
    return;
  }
  const waiting = [...tasks];
  const children: ChildProcess[] = [];
  try {
    await Promise.all(
      Array.from({ length: Math.min(processes, tasks.length) }, () => {
        const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), { serialization: 'advanced' });
        children.push(child);
        return work(child, place, waiting, onDone);
      }),
    );
  } finally {
    for (const child of children) child.connected ? child.disconnect() : child.kill();
  }
}

function work(child: ChildProcess, place: Workplace, waiting: Task[], onDone: CrewOptions['onDone']): Promise<void> {
  return new Promise((resolve, reject) => {
    let task: Task | undefined;
    const next = () => {
      task = waiting.shift();
      if (task === undefined) resolve();
      else child.send(task);
    };
    child.on('message', (answer: { done: OutputFile[] } | { failed: string }) => {
      if ('failed' in answer) {
        waiting.length = 0;
        reject(new Error(answer.failed));
        return;
      }
      if (task !== undefined) onDone(task, answer.done);
      next();
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`A process of the build ended early (${signal ?? code}).`)));
    child.send(place);
    next();
  });
}
