/** Program: the search engine in a thread of its own, so that the page stays free. Answers the messages of `engine.ts` beside it. */

import { makeEngine } from '../engine/search.ts';
import { type SearchAnswer, type SearchEngine, SearchUnavailable } from '../engine.ts';
import { canKeep, keepCode } from './kept.ts';
import { makeLoad } from './load.ts';
import type { Answer, Call, Found } from './messages.ts';

/** Answers that can still be asked for hits. */
const KEPT = 8;

let base = '/';
let engine: SearchEngine | undefined;
const answers = new Map<number, SearchAnswer>();

async function answer(call: Call): Promise<unknown> {
  if (call.do === 'open') {
    base = call.base;
    engine = makeEngine(makeLoad(base), base);
    return undefined;
  }
  if (engine === undefined) throw new Error('A question came before the place of the index.');
  if (call.do === 'prepare') return engine.prepare();
  // This program itself, and the stemmers that it has loaded.
  if (call.do === 'keep') return canKeep() ? keepCode(base, [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]) : undefined;
  if (call.do === 'search') {
    const { query, whole, wanted } = call;
    const found = await engine.search(query, whole, wanted);
    answers.set(call.call, found);
    for (const old of answers.keys()) if (answers.size > KEPT) answers.delete(old);
    const { hits, concordance, fragments, ...data } = found;
    return { ...data, first: wanted === undefined ? [] : await found[wanted.part](0, wanted.to) } satisfies Found;
  }
  if (call.do === 'most') return engine.most(call.query, call.to);
  const found = answers.get(call.answer);
  if (found === undefined) throw new Error('This answer is no longer kept.');
  return found[call.do](call.from, call.to);
}

addEventListener('message', async ({ data }: MessageEvent<Call>) => {
  const { call } = data;
  try {
    postMessage({ call, done: await answer(data) } satisfies Answer);
  } catch (error) {
    const reason = error instanceof SearchUnavailable ? error.reason : 'failed';
    postMessage({ call, failed: reason, message: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Answer);
  }
});
