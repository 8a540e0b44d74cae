/** Program: one of the processes that a build is spread over. Its parent sends the workplace and tasks, one after the other. */
import { damagedOf } from './damage.ts';
import type { Hand, Task, Workplace } from './tasks.ts';

// There is a process of this kind for every core: threads of Pagefind's own would only wait for each other.
process.env.RAYON_NUM_THREADS ??= '1';
process.env.TOKIO_WORKER_THREADS ??= '1';

// Loaded when it is called for: to look whether files are there takes less time than to load what renders and indexes.
let hand: Promise<Hand> | undefined;
const getHand = () => {
  hand ??= import('./tasks.ts').then(({ makeHand }) => makeHand());
  return hand;
};

process.on('message', async (message: Workplace | Task) => {
  try {
    if (!('kind' in message)) (await getHand()).settle(message);
    else process.send?.({ done: message.kind === 'verify' ? damagedOf(message) : await (await getHand()).take(message) });
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on('disconnect', async () => {
  if (hand !== undefined) await (await hand).end();
  process.exit();
});
