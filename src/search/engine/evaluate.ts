import { keyOf, type Query, type Term } from '../query/nodes.ts';
import type { Bundle, Matches } from './bundle.ts';
import type { WordsTerm } from './resolve.ts';

/** What a query is in one bundle. */
export interface Evaluated {
  /** One for each article: 1 where the query is true. */
  pages: Uint8Array;
  /** Where the terms that were looked for are, by {@link keyOf}; not those that could not change the answer. */
  matches: Map<string, Matches>;
  /** In how many articles each is. */
  counts: Map<string, number>;
}

/** Words whose part of the index is larger wait until it is known whether the rest of the query is anywhere. */
const LIGHT = 16 * 1024;

/** Finds the articles of a bundle for which a query is true. */
export async function evaluate(query: Query | undefined, bundle: Bundle, terms: ReadonlyMap<string, WordsTerm>): Promise<Evaluated> {
  const size = bundle.days.length;
  const matches = new Map<string, Matches>();
  const counts = new Map<string, number>();

  const costOf = (part: Query): number => {
    if (part.kind === 'all' || part.kind === 'any') return part.parts.reduce((sum, each) => sum + costOf(each), 0);
    if (part.kind === 'not') return costOf(part.part);
    const words = terms.get(keyOf(part));
    return words === undefined ? 0 : bundle.costOf(words);
  };
  const term = async (each: Term): Promise<Uint8Array> => {
    const pages = new Uint8Array(size);
    if (each.kind === 'value' || each.kind === 'date') {
      const has = bundle.has(each);
      for (let page = 0; page < size; page += 1) pages[page] = has(page) ? 1 : 0;
      counts.set(
        keyOf(each),
        pages.reduce((sum, is) => sum + is, 0),
      );
      return pages;
    }
    const words = terms.get(keyOf(each));
    if (words === undefined) return pages;
    const found = await bundle.match(words);
    matches.set(keyOf(each), found);
    counts.set(keyOf(each), found.size);
    for (const page of found.keys()) pages[page] = 1;
    return pages;
  };
  const part = async (each: Query): Promise<Uint8Array> => {
    switch (each.kind) {
      case 'not':
        return (await part(each.part)).map((is) => 1 - is);
      case 'any':
        return (await Promise.all(each.parts.map(part))).reduce((all, some) => all.map((is, page) => is | (some[page] ?? 0)));
      case 'all': {
        const costs = new Map(each.parts.map((one) => [one, costOf(one)]));
        const light = each.parts.filter((one) => (costs.get(one) ?? 0) <= LIGHT);
        const heavy = each.parts.filter((one) => (costs.get(one) ?? 0) > LIGHT).sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0));
        const both = (all: Uint8Array, some: Uint8Array) => all.map((is, page) => is & (some[page] ?? 0));
        let pages = (await Promise.all(light.map(part))).reduce(both, new Uint8Array(size).fill(1));
        for (const one of heavy) {
          if (!pages.includes(1)) break;
          pages = both(pages, await part(one));
        }
        return pages;
      }
      default:
        return term(each);
    }
  };
  return { pages: query === undefined ? new Uint8Array(size).fill(1) : await part(query), matches, counts };
}

/** Whether a bundle may have an article for which a query is true, as far as lexicon and catalogue tell. */
export function mayHave(query: Query | undefined, bundle: { name: string; from: string; to: string }, terms: ReadonlyMap<string, WordsTerm>): boolean {
  if (query === undefined) return true;
  switch (query.kind) {
    case 'all':
      return query.parts.every((part) => mayHave(part, bundle, terms));
    case 'any':
      return query.parts.some((part) => mayHave(part, bundle, terms));
    case 'date':
      return (query.from ?? bundle.from) <= bundle.to && (query.to ?? bundle.to) >= bundle.from;
    case 'not':
    case 'value':
      return true;
    default:
      return terms.get(keyOf(query))?.bundles?.has(bundle.name) ?? true;
  }
}
