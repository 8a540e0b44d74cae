import { keyOf, type Query, type Term, termsOf } from '../query/nodes.ts';
import { type Bundle, LIGHT, TEXT } from './bundle.ts';
import { Matches } from './matches.ts';
import type { WordsTerm } from './resolve.ts';
import { dayTest, matchValue } from './values.ts';

/** What a query is in one bundle. */
export interface Evaluated {
  /** Positions of the articles for which it is true, in order. */
  pages: readonly number[];
  /** Where its words are, by {@link keyOf}; at least in those articles. */
  matches: Map<string, Matches>;
  /** In how many articles of the bundle each term is, where all were looked through for it. */
  counts: Map<string, number>;
  /** Bytes of index and texts that it takes, whether or not they were there before. */
  cost: number;
}

/** Finds the articles of a bundle for which a query is true. */
export async function evaluate(query: Query | undefined, bundle: Bundle, terms: ReadonlyMap<string, WordsTerm>): Promise<Evaluated> {
  const size = bundle.days.length;
  const matches = new Map<string, Matches>();
  const counts = new Map<string, number>();
  let cost = 0;

  const costOf = (part: Query): number => {
    if ('parts' in part) return part.parts.reduce((sum, each) => sum + costOf(each), 0);
    if (part.kind === 'not') return costOf(part.part);
    const words = terms.get(keyOf(part));
    return words === undefined ? 0 : bundle.costOf(words);
  };
  const matchAll = async (key: string, words: WordsTerm): Promise<void> => {
    cost += bundle.costOf(words);
    const found = await bundle.match(words);
    matches.set(key, found);
    counts.set(key, found.size);
  };
  const wordsIn = async (key: string, words: WordsTerm, within: readonly number[]): Promise<Matches> => {
    if (!counts.has(key)) {
      if (within.length === size || within.length * TEXT >= bundle.costOf(words)) await matchAll(key, words);
      else {
        cost += within.length * TEXT;
        matches.set(key, (await bundle.matchTexts(words, within)).with(matches.get(key)));
      }
    }
    return matches.get(key) ?? new Matches(size);
  };
  const term = async (each: Term, within: readonly number[]): Promise<readonly number[]> => {
    const key = keyOf(each);
    if (each.kind === 'value') {
      const { pages, count } = await matchValue(each, bundle, within);
      if (count !== undefined) counts.set(key, count);
      return pages;
    }
    if (each.kind === 'date') {
      const fits = dayTest(each);
      counts.set(
        key,
        bundle.days.reduce((sum, day) => sum + (fits(day) ? 1 : 0), 0),
      );
      return within.filter((page) => fits(bundle.days[page] ?? 0));
    }
    const words = terms.get(key);
    if (words === undefined) return [];
    const found = await wordsIn(key, words, within);
    return within.filter((page) => found.has(page));
  };
  /** Those of some articles, in order, for which a part of the query is true. */
  const part = async (each: Query, within: readonly number[]): Promise<readonly number[]> => {
    switch (each.kind) {
      case 'not': {
        const those = new Set(await part(each.part, within));
        return within.filter((page) => !those.has(page));
      }
      case 'any': {
        const those = new Set<number>();
        for (const one of each.parts) for (const page of await part(one, within)) those.add(page);
        return within.filter((page) => those.has(page));
      }
      case 'most': {
        const having = new Map<number, number>();
        let pages = within;
        for (const [at, one] of each.parts.toSorted((a, b) => costOf(a) - costOf(b)).entries()) {
          for (const page of await part(one, pages)) having.set(page, (having.get(page) ?? 0) + 1);
          // With what is left to be looked for, the others have too few.
          const few = each.least - (each.parts.length - 1 - at);
          if (few > 0) pages = pages.filter((page) => (having.get(page) ?? 0) >= few);
        }
        return pages;
      }
      case 'all': {
        let pages = within;
        for (const one of each.parts.toSorted((a, b) => rankOf(a) - rankOf(b) || costOf(a) - costOf(b))) if (pages.length > 0) pages = await part(one, pages);
        return pages;
      }
      default:
        return term(each, within);
    }
  };
  // What is cheap is looked for at once, and what is dear one after the other, among the articles that are left.
  const isCheap = ({ term: each }: { term: Term }) => terms.has(keyOf(each)) && costOf(each) <= LIGHT;
  const cheap = new Map(
    termsOf(query)
      .filter(isCheap)
      .map(({ term: each }) => [keyOf(each), terms.get(keyOf(each))]),
  );
  await Promise.all([...cheap].map(([key, words]) => words && matchAll(key, words)));
  const all = Array.from({ length: size }, (_, page) => page);
  return { pages: query === undefined ? all : await part(query, all), matches, counts, cost };
}

/** Sources, topics and languages take the facts of all articles that are left, so words that are cheap go before them. */
function rankOf(query: Query): number {
  return hasValue(query) ? 1 : 0;
}

function hasValue(query: Query): boolean {
  return termsOf(query).some(({ term }) => term.kind === 'value');
}

/** How much of a query that asks for most of its parts a bundle may have: where more of it is, the best articles are. */
export function hopeOf(query: Query | undefined, bundle: Parameters<typeof mayHave>[1], terms: ReadonlyMap<string, WordsTerm>): number {
  if (query?.kind === 'most') return query.parts.filter((part) => mayHave(part, bundle, terms)).length;
  return query?.kind === 'all' ? query.parts.reduce((sum, part) => sum + hopeOf(part, bundle, terms), 0) : 0;
}

/** Whether a bundle may have an article for which a query is true, as far as lexicon and catalogue tell. */
export function mayHave(query: Query | undefined, bundle: { name: string; from: string; to: string }, terms: ReadonlyMap<string, WordsTerm>): boolean {
  if (query === undefined) return true;
  switch (query.kind) {
    case 'all':
      return query.parts.every((part) => mayHave(part, bundle, terms));
    case 'any':
      return query.parts.some((part) => mayHave(part, bundle, terms));
    case 'most':
      return query.parts.filter((part) => mayHave(part, bundle, terms)).length >= query.least;
    case 'date':
      return (query.from ?? bundle.from) <= bundle.to && (query.to ?? bundle.to) >= bundle.from;
    case 'not':
    case 'value':
      return true;
    default:
      return terms.get(keyOf(query))?.bundles?.has(bundle.name) ?? true;
  }
}
