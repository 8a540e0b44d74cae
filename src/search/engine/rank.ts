import type { SearchQuery } from '../engine.ts';
import type { Bundle, Matches } from './bundle.ts';

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
  /** Articles within the limits. */
  within: readonly number[];
  /** Places of the wanted terms, a map for each term of the query; undefined where it was not looked for here. */
  matches: readonly (Matches | undefined)[];
}

// BM25 (Robertson and Zaragoza 2009): how fast more places of a word stop to count, and how much a long text is held against it.
const SATURATION = 1.2;
const LENGTH = 0.4;
/** A place in the headline counts as so many in the text. */
const TITLE = 8;

/** Puts hits in order: total, and the same in whatever order bundles came. */
export function rank(found: readonly FoundIn[], sort: SearchQuery['sort']): Ranked[] {
  const articles = found.reduce((sum, { bundle }) => sum + bundle.days.length, 0);
  const lengths = found.flatMap(({ bundle }) => bundle.table.length);
  const average = lengths.reduce((sum, length) => sum + 2 ** length, 0) / Math.max(1, lengths.length);
  const terms = found[0]?.matches.length ?? 0;
  const weights = Array.from({ length: terms }, (_, term) => {
    const having = found.reduce((sum, { matches }) => sum + (matches[term]?.size ?? 0), 0);
    return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  });
  const hits = found.flatMap(({ bundle, within, matches }) =>
    within.map((page): Ranked => {
      const long = 1 - LENGTH + (LENGTH * 2 ** (bundle.table.length[page] ?? 0)) / average;
      const score = matches.reduce((sum, each, term) => {
        const count = each?.get(page);
        if (count === undefined) return sum;
        const often = count.text + TITLE * count.title;
        return sum + (weights[term] ?? 0) * ((often * (SATURATION + 1)) / (often + SATURATION * long));
      }, 0);
      return { bundle, page, day: bundle.days[page] ?? 0, score };
    }),
  );
  const newest = (a: Ranked, b: Ranked) => b.day - a.day || (a.bundle.entry.name < b.bundle.entry.name ? -1 : a.bundle === b.bundle ? 0 : 1) || b.page - a.page;
  // Without words nothing is more relevant than the new.
  if (sort === 'oldest') return hits.sort((a, b) => newest(b, a));
  return hits.sort(sort === 'newest' || terms === 0 ? newest : (a, b) => b.score - a.score || newest(a, b));
}
