import type { SearchQuery } from '../engine.ts';
import type { Bundle } from './bundle.ts';
import type { FactsOf } from './facts.ts';
import type { Matches } from './postings.ts';

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

/** Puts hits in order: total, and the same in whatever order bundles came. */
export function rank(found: readonly FoundIn[], sort: SearchQuery['sort']): Ranked[] {
  const articles = found.reduce((sum, { bundle }) => sum + bundle.days.length, 0);
  const average = found.reduce((sum, { bundle }) => sum + bundle.table.words, 0) / Math.max(1, articles);
  const weights = (found[0]?.terms ?? []).map((_, term) => {
    const having = found.reduce((sum, { bundle, terms }) => sum + (terms[term]?.articles ?? bundle.days.length), 0);
    return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  });
  const hits = found.flatMap(({ bundle, within, facts, terms }) =>
    within.map((page): Ranked => {
      const long = 1 - LENGTH + (LENGTH * facts.words(page)) / average;
      let score = 0;
      for (const [term, { matches }] of terms.entries()) {
        const count = matches?.get(page);
        if (count === undefined) continue;
        const often = count.text + TITLE * count.title;
        score += (weights[term] ?? 0) * ((often * (SATURATION + 1)) / (often + SATURATION * long));
      }
      return { bundle, page, day: bundle.days[page] ?? 0, score };
    }),
  );
  const newest = (a: Ranked, b: Ranked) => b.day - a.day || (a.bundle.entry.name < b.bundle.entry.name ? -1 : a.bundle === b.bundle ? 0 : 1) || b.page - a.page;
  // Without words nothing is more relevant than the new.
  if (sort === 'oldest') return hits.sort((a, b) => newest(b, a));
  return hits.sort(sort === 'newest' || weights.length === 0 ? newest : (a, b) => b.score - a.score || newest(a, b));
}
