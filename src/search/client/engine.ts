import { type PartialHit, type SearchEngine, SearchUnavailable } from '../engine.ts';
import type { Answer, Call, Found } from './messages.ts';

type Question = Call extends infer Each ? (Each extends Call ? Omit<Each, 'call'> : never) : never;

/**
 * The search engine, at work in another thread.
 * @param base Path that the site is published under, with slashes at both ends.
 * @param start Starts the thread.
 * @returns The engine; `keep` has the thread keep its code for use offline.
 */
export function workerEngine(base: string, start: () => Worker): SearchEngine & { keep(): Promise<void> } {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  let calls = 0;
  let worker: Worker | undefined;

  const begin = () => {
    if (worker !== undefined) return worker;
    worker = start();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const asked = waiting.get(data.call);
      waiting.delete(data.call);
      if ('done' in data) asked?.resolve(data.done);
      else asked?.reject(new SearchUnavailable(data.failed, data.message));
    });
    // The program itself could not be loaded: the next question starts it again.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new SearchUnavailable('failed', event.message));
      waiting.clear();
    });
    ask({ do: 'open', base }).answer.catch(() => undefined);
    return worker;
  };
  const ask = <Value>(question: Question): { call: number; answer: Promise<Value> } => {
    const call = ++calls;
    const answer = new Promise<Value>((resolve, reject) => waiting.set(call, { resolve: resolve as (value: unknown) => void, reject }));
    begin().postMessage({ ...question, call });
    return { call, answer };
  };

  return {
    prepare: () => ask<void>({ do: 'prepare' }).answer,
    keep: () => ask<void>({ do: 'keep' }).answer,
    most: (query, to) => ask<readonly PartialHit[]>({ do: 'most', query, to }).answer,
    async search(query, whole = false, wanted = undefined) {
      const { call, answer } = ask<Found>({ do: 'search', query, whole, wanted });
      const { first, ...data } = await answer;
      const part =
        <Value>(what: 'hits' | 'concordance' | 'fragments') =>
        (from: number, to: number) =>
          what === wanted?.part && from === 0 && to === wanted.to ? Promise.resolve(first as Value) : ask<Value>({ do: what, answer: call, from, to }).answer;
      return { ...data, hits: part('hits'), concordance: part('concordance'), fragments: part('fragments') };
    },
  };
}
