/** Program: one of the processes that a build is spread over. Its parent sends the workplace, then tasks. */
import { endIndexing } from '../search/index.ts';
import { makeHand, type Task, type Workplace } from './tasks.ts';

let hand: ReturnType<typeof makeHand> | undefined;

process.on('message', async (message: Workplace | Task) => {
  try {
    if (!('kind' in message)) {
      hand = makeHand(message);
      return;
    }
    if (hand === undefined) throw new Error('A task came before the workplace.');
    process.send?.({ done: await hand(message) });
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on('disconnect', () => void endIndexing().finally(() => process.exit()));
