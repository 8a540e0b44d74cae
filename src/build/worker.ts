/** Program: one of the processes that a build is spread over. Its parent sends the workplace and tasks, one after the other. */
import { endIndexing } from '../search/index.ts';
import { makeHand, type Task, type Workplace } from './tasks.ts';

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
