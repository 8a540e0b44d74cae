/** Program: one of the processes that a build is spread over. Its parent sends the workplace and tasks, one after the other. */
import { endIndexing } from '../search/pagefind.ts';
import { makeHand, type Task, type Workplace } from './tasks.ts';

// There is a process of this kind for every core: threads of Pagefind's own would only wait for each other.
process.env.RAYON_NUM_THREADS ??= '1';
process.env.TOKIO_WORKER_THREADS ??= '1';

const hand = makeHand();

process.on('message', async (message: Workplace | Task) => {
  try {
    if ('kind' in message) process.send?.({ done: await hand.take(message) });
    else hand.settle(message);
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on('disconnect', () => void endIndexing().finally(() => process.exit()));
