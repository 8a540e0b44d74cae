import { Worker } from 'node:worker_threads';
import type { Done, Task } from './task.ts';

/** Does tasks on several threads. */
export interface Crew {
  /** Does one as soon as a thread is free. Never rejects for what a task holds: a thread that dies of it is replaced. */
  run(task: Task): Promise<Done>;
  /** Ends all threads. */
  end(): Promise<void>;
}

/**
 * Memory of a thread, in MiB; what needs more is refused. The largest news page needs half of the smaller, but the nearer a
 * thread is to its limit, the more of its time goes into finding room: where there is but one, there is room for more.
 */
const THREAD_MEMORY = { one: { old: 256, young: 48 }, several: { old: 96, young: 8 } };

/**
 * A page that takes longer is refused; the slowest real one takes a fiftieth. In seconds, which are counted: while a
 * machine sleeps or a process is held, none go by.
 */
const PATIENCE = 120;
const TICK = 10;

interface Waiting {
  task: Task;
  resolve(done: Done): void;
}

/** Makes a crew of so many threads; they start when there is work. */
export function makeCrew(threads: number): Crew {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const alive = new Set<Worker>();
  const memory = threads === 1 ? THREAD_MEMORY.one : THREAD_MEMORY.several;

  const start = (): Worker => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memory.old, maxYoungGenerationSizeMb: memory.young, stackSizeMb: 4 },
    });
    alive.add(worker);
    worker.on('exit', () => alive.delete(worker));
    return worker;
  };
  const next = (): void => {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (alive.size < threads ? start() : undefined);
      if (worker === undefined) return;
      const job = waiting.shift();
      if (job !== undefined) give(worker, job);
    }
  };
  const give = (worker: Worker, { task, resolve }: Waiting): void => {
    const finish = (done: Done, usable: boolean) => {
      clearInterval(clock);
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      if (usable) idle.push(worker);
      else {
        alive.delete(worker);
        // It is on its way out; what it still says of that is known.
        worker.on('error', () => undefined);
        void worker.terminate();
      }
      resolve(done);
      next();
    };
    let waited = 0;
    const clock = setInterval(() => {
      waited += TICK;
      if (waited >= PATIENCE) finish({ refused: `Its text could not be taken out within ${PATIENCE} seconds.` }, false);
    }, TICK * 1000);
    worker.once('message', (done: Done) => finish(done, true));
    worker.once('error', (error: Error) => {
      const isFull = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      finish(
        {
          refused: isFull
            ? `Taking its text out needs more than ${memory.old} MiB of memory.`
            : `Its text cannot be taken out (${error.message.slice(0, 160)}).`,
        },
        false,
      );
    });
    worker.postMessage(task);
  };
  return {
    run: (task) =>
      new Promise((resolve) => {
        waiting.push({ task, resolve });
        next();
      }),
    end: async () => {
      await Promise.all([...alive].map((worker) => worker.terminate()));
    },
  };
}
