import type { SearchAnswer, SearchQuery, SearchUnavailable, Wanted } from '../engine.ts';

/** What the page asks the engine's thread; `call` numbers the question, and an answer goes by the number of its search. */
export type Call = { call: number } /** Path that the site is published under; comes first. */ & (
  | { do: 'open'; base: string }
  | { do: 'prepare' }
  | { do: 'keep' }
  | { do: 'search'; query: SearchQuery; whole: boolean; wanted: Wanted | undefined }
  | { do: 'most'; query: SearchQuery; to: number }
  | { do: 'hits' | 'concordance' | 'fragments'; answer: number; from: number; to: number }
);

/** The answer to a search, and what was wanted with it. */
export type Found = Omit<SearchAnswer, 'hits' | 'concordance' | 'fragments'> & { first: readonly unknown[] };

/** What the engine's thread answers. */
export type Answer = { call: number } & ({ done: unknown } | { failed: SearchUnavailable['reason']; message: string });
