import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Task, Workplace } from './tasks.ts';

/** The processes that a build is spread over. */
export interface Crew {
  /** Does all tasks, in their order and several at a time, and hands out each answer. Rejects with the first that fails; the others are dropped then. */
  work<Each extends Task>(tasks: readonly Each[], onDone: (task: Each, answer: Answer<Each>) => void): Promise<void>;
  /** Tells everybody of the workplace, or more of it. Comes before the first task that needs it. */
  settle(place: Workplace): void;
  /** Waits until what was said to the processes has reached them: the rest of a long task is sent only when this process has nothing else to do. */
  heard(): Promise<void>;
  /** Lets the processes go. */
  end(): void;
}

interface Job {
  task: Task;
  done(answer: unknown): void;
  fail(error: Error): void;
}

/** Makes a crew of so many processes. They are started when there is work for them. */
export function makeCrew(processes: number): Crew {
  const hands: Hand[] = [];
  let waiting: Job[] = [];
  const next = () => waiting.shift();
  let place: Workplace | undefined;
  return {
    work: async (tasks, onDone) => {
      await new Promise<void>((resolve, reject) => {
        let left = tasks.length;
        if (left === 0) resolve();
        const own = new Set<Job>();
        const fail = (error: Error) => {
          waiting = waiting.filter((job) => !own.has(job));
          reject(error);
        };
        for (const task of tasks) {
          const done = (answer: unknown) => {
            onDone(task, answer as Answer<typeof task>);
            left -= 1;
            if (left === 0) resolve();
          };
          const job = { task, done, fail };
          own.add(job);
          waiting.push(job);
        }
        while (hands.length < Math.min(processes, waiting.length)) {
          const hand = new Hand(next);
          if (place !== undefined) hand.tell(place);
          hands.push(hand);
        }
        for (const hand of hands) hand.wake();
      });
    },
    settle: (told) => {
      place = { ...place, ...told };
      for (const hand of hands) hand.tell(told);
    },
    heard: async () => {
      await Promise.all(hands.map((hand) => hand.heard));
    },
    end: () => {
      waiting = [];
      for (const hand of hands) hand.end();
    },
  };
}

/** One process, and the job it is at. */
class Hand {
  /** Is settled when the process has got what was sent last. */
  heard: Promise<void> = Promise.resolve();
  readonly #child: ChildProcess;
  readonly #next: () => Job | undefined;
  #job: Job | undefined;

  constructor(next: () => Job | undefined) {
    this.#next = next;
    this.#child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), { serialization: 'advanced' });
    this.#child.on('message', (message: { done: unknown } | { failed: string }) => {
      const job = this.#job;
      this.#job = undefined;
      if ('failed' in message) job?.fail(new Error(message.failed));
      else job?.done(message.done);
      this.wake();
    });
    this.#child.on('error', (error) => this.#job?.fail(error));
    this.#child.on('exit', (code, signal) => this.#job?.fail(new Error(`A process of the build ended early (${signal ?? code}).`)));
  }

  tell(place: Workplace): void {
    this.#send(place);
  }

  /** Where it cannot be sent, the process has ended, which is told of the job. */
  #send(message: Workplace | Task): void {
    this.heard = new Promise((resolve) => this.#child.send(message, () => resolve()));
  }

  /** Takes the next job, unless it is at one. */
  wake(): void {
    if (this.#job !== undefined) return;
    this.#job = this.#next();
    if (this.#job !== undefined) this.#send(this.#job.task);
  }

  end(): void {
    if (this.#child.connected) this.#child.disconnect();
    else this.#child.kill();
  }
}
