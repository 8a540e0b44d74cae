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
  /** The larger, the further ahead. */
  value: number;
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

/** What was found in a bundle, and the value of each of it. */
type Valued = FoundIn & { values: Float64Array };

/** Puts hits in order: total, and the same in whatever order bundles came. */
export function rank(found: readonly FoundIn[], sort: SearchQuery['sort']): Ranking {
  // Without words nothing is more relevant than the new.
  const isScored = sort === 'relevance' && (found[0]?.terms.length ?? 0) > 0;
  const valued = isScored ? scored(found) : found.map((each) => ({ ...each, values: daysOf(each, sort === 'oldest') }));
  const byPlace = (a: Ranked, b: Ranked) => (a.bundle === b.bundle ? b.page - a.page : a.bundle.entry.name < b.bundle.entry.name ? -1 : 1);
  const order =
    sort === 'oldest'
      ? (a: Ranked, b: Ranked) => b.value - a.value || byPlace(b, a)
      : (a: Ranked, b: Ranked) => b.value - a.value || b.day - a.day || byPlace(a, b);
  let best: readonly Ranked[] | undefined;
  let all: readonly Ranked[] | undefined;
  return {
    total: found.reduce((sum, { within }) => sum + within.length, 0),
    slice(from, to) {
      if (to > BEST && all === undefined) all = bestOf(valued, order, Number.POSITIVE_INFINITY);
      best ??= bestOf(valued, order, BEST);
      return (all ?? best).slice(from, to);
    },
  };
}

/** The first of some hits, at most so many, in order. */
function bestOf(valued: readonly Valued[], order: (a: Ranked, b: Ranked) => number, most: number): Ranked[] {
  let best: Ranked[] = [];
  // Those that are certainly behind go by the way, so that few are ever made, let alone sorted.
  let least = Number.NEGATIVE_INFINITY;
  for (const { bundle, within, values } of valued) {
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      if (value < least) continue;
      const page = within[at] ?? 0;
      best.push({ bundle, page, day: bundle.days[page] ?? 0, value });
      if (best.length < most * 10) continue;
      best = best.sort(order).slice(0, most);
      least = best.at(-1)?.value ?? least;
    }
  }
  return best.sort(order).slice(0, most);
}

/** Days, or how long they are ago, as values. */
function daysOf({ bundle, within }: FoundIn, isOldest: boolean): Float64Array {
  return Float64Array.from(within, (page) => (bundle.days[page] ?? 0) * (isOldest ? -1 : 1));
}

function scored(found: readonly FoundIn[]): Valued[] {
  const articles = found.reduce((sum, { bundle }) => sum + bundle.days.length, 0);
  const average = found.reduce((sum, { bundle }) => sum + bundle.table.words, 0) / Math.max(1, articles);
  const weights = (found[0]?.terms ?? []).map((_, term) => {
    const having = found.reduce((sum, { bundle, terms }) => sum + (terms[term]?.articles ?? bundle.days.length), 0);
    return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  });
  return found.map((each) => {
    const { within, facts, terms } = each;
    const values = new Float64Array(within.length);
    for (let at = 0; at < within.length; at += 1) {
      const page = within[at] ?? 0;
      const long = 1 - LENGTH + (LENGTH * facts.words(page)) / average;
      let score = 0;
      for (let term = 0; term < terms.length; term += 1) {
        const often = terms[term]?.matches?.places(page, TITLE) ?? 0;
        if (often > 0) score += ((weights[term] ?? 0) * (often * (SATURATION + 1))) / (often + SATURATION * long);
      }
      values[at] = score;
    }
    return { ...each, values };
  });
}
