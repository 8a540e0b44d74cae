import type { SearchQuery } from '../engine.ts';
import type { Bundle } from './bundle.ts';
import type { FactsOf } from './facts.ts';
import type { Matches } from './matches.ts';

/** A hit before its text is loaded. */
export interface Ranked {
  bundle: Bundle;
  page: number;
  /** Day as a number since 1970. */
  day: number;
  score: number;
}

/** What was found in one bundle. */
export interface FoundIn {
  bundle: Bundle;
  /** Articles within the limits, and what is known of them. */
  within: readonly number[];
  facts: FactsOf;
  /** Places of the wanted terms, one for each term of the query. */
  terms: readonly TermIn[];
}

/** A term in a bundle. */
export interface TermIn {
  /** Undefined where it was not looked for. */
  matches: Matches | undefined;
  /** In how many articles it is; undefined where not all were looked through, because it is in very many. */
  articles: number | undefined;
}

// BM25 (Robertson and Zaragoza 2009): how fast more places of a word stop to count, and how much a long text is held against it.
const SATURATION = 1.2;
const LENGTH = 0.4;
/** A place in the headline counts as so many in the text. */
const TITLE = 8;

/** Hits in order. */
export interface Ranking {
  total: number;
  /** Hits `from` (0-based) up to `to` (exclusive). */
  slice(from: number, to: number): Ranked[];
}

/** So many of the best are found without putting all in order. */
const BEST = 100;

/** Puts hits in order: total, and the same in whatever order bundles came. */
export function rank(found: readonly FoundIn[], sort: SearchQuery['sort']): Ranking {
  const hits = scored(found);
  const newest = (a: Ranked, b: Ranked) => b.day - a.day || (a.bundle === b.bundle ? b.page - a.page : a.bundle.entry.name < b.bundle.entry.name ? -1 : 1);
  // Without words nothing is more relevant than the new.
  const isScored = sort === 'relevance' && (found[0]?.terms.length ?? 0) > 0;
  const order = isScored ? (a: Ranked, b: Ranked) => b.score - a.score || newest(a, b) : sort === 'oldest' ? (a: Ranked, b: Ranked) => newest(b, a) : newest;
  let best: readonly Ranked[] | undefined;
  let all: readonly Ranked[] | undefined;
  return {
    total: hits.length,
    slice(from, to) {
      if (to > BEST && all === undefined) all = hits.toSorted(order);
      best ??= bestOf(hits, order);
      return (all ?? best).slice(from, to);
    },
  };
}

/** The {@link BEST} first of some hits, in order. */
function bestOf(hits: readonly Ranked[], order: (a: Ranked, b: Ranked) => number): Ranked[] {
  // Those that are certainly behind go by the way, so that few are ever sorted.
  let best: Ranked[] = [];
  let last: Ranked | undefined;
  for (const hit of hits) {
    if (last !== undefined && order(hit, last) >= 0) continue;
    best.push(hit);
    if (best.length < BEST * 10) continue;
    best = best.sort(order).slice(0, BEST);
    last = best.at(-1);
  }
  return best.sort(order).slice(0, BEST);
}

function scored(found: readonly FoundIn[]): Ranked[] {
  const articles = found.reduce((sum, { bundle }) => sum + bundle.days.length, 0);
  const average = found.reduce((sum, { bundle }) => sum + bundle.table.words, 0) / Math.max(1, articles);
  const weights = (found[0]?.terms ?? []).map((_, term) => {
    const having = found.reduce((sum, { bundle, terms }) => sum + (terms[term]?.articles ?? bundle.days.length), 0);
    return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  });
  const hits: Ranked[] = [];
  for (const { bundle, within, facts, terms } of found) {
    for (const page of within) {
      const long = 1 - LENGTH + (LENGTH * facts.words(page)) / average;
      let score = 0;
      for (let term = 0; term < terms.length; term += 1) {
        const often = terms[term]?.matches?.places(page, TITLE) ?? 0;
        if (often > 0) score += ((weights[term] ?? 0) * (often * (SATURATION + 1))) / (often + SATURATION * long);
      }
      hits.push({ bundle, page, day: bundle.days[page] ?? 0, score });
    }
  }
  return hits;
}
