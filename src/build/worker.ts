/** Program: one of the processes that a build is spread over. Its parent sends the workplace and tasks, one after the other. */
import { damagedOf } from './damage.ts';
import type { Hand, Task, Workplace } from './tasks.ts';

// There is a process of this kind for every core: threads of Pagefind's own would only wait for each other.
process.env.RAYON_NUM_THREADS ??= '1';
process.env.TOKIO_WORKER_THREADS ??= '1';

// Loaded after files have been looked at: that takes less time than to load what renders and indexes.
let hand: Promise<Hand> | undefined;
let hasPlace = false;
const getHand = () => {
  hand ??= import('./tasks.ts').then(({ makeHand }) => makeHand());
  return hand;
};

process.on('message', async (message: Workplace | Task) => {
  try {
    if (!('kind' in message)) {
      hasPlace = true;
      (await getHand()).settle(message);
    } else if (message.kind !== 'verify') process.send?.({ done: await (await getHand()).take(message) });
    else {
      process.send?.({ done: damagedOf(message) });
      // Nothing else is to be done for now, and what comes next will need it.
      await getHand();
    }
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on('disconnect', async () => {
  if (hasPlace) await (await getHand()).end();
  process.exit();
});
