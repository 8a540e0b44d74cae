import type { Catalogue } from '../catalogue.ts';
import type { SearchTerm } from '../engine.ts';
import { keyOf, type Query, type Term } from '../query/nodes.ts';
import { type Evaluated, mayHave } from './evaluate.ts';
import type { Lookup } from './lookup.ts';
import { nearWords } from './near.ts';
import type { WordsTerm } from './resolve.ts';

type Entry = Catalogue['bundles'][number];

/** What was found out about the terms of a query. */
export interface TermContext {
  lookups: readonly Lookup[];
  resolved: ReadonlyMap<string, ReadonlyMap<string, WordsTerm>>;
  evaluated: readonly { entry: Entry; result: Evaluated }[];
  bundles: readonly Entry[];
}

/** What is told of each term: in how many articles it stands, its other forms, and those of its words that no article has. */
export async function describeTerms(
  terms: readonly { term: Term; wanted: boolean }[],
  { lookups, resolved, evaluated, bundles }: TermContext,
): Promise<SearchTerm[]> {
  const results = new Map(evaluated.map(({ entry, result }) => [entry.name, result]));
  return Promise.all(
    terms.map(async ({ term, wanted }): Promise<SearchTerm> => {
      const key = keyOf(term);
      const inAll = bundles.filter((entry) => mayHave(term as Query, entry, resolved.get(entry.language) ?? new Map()));
      const counts = inAll.map(({ name }) => results.get(name)?.counts.get(key));
      const forms = term.kind === 'word' ? [...new Set((await Promise.all(lookups.map((lookup) => lookup.formsOf(term.word)))).flat())] : [];
      return {
        term,
        wanted,
        articles: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
        exact: counts.every((count) => count !== undefined),
        forms: forms.filter((form) => term.kind === 'word' && form !== term.word),
        absent: await absentWords(term, forms, lookups),
      };
    }),
  );
}

async function absentWords(term: Term, forms: readonly string[], lookups: readonly Lookup[]): Promise<SearchTerm['absent']> {
  if (term.kind === 'value' || term.kind === 'date') return [];
  const exact = term.kind === 'word' ? [] : term.kind === 'beginning' ? term.words.slice(0, -1) : term.words;
  const stands = await Promise.all(
    exact.map(async (word) => (await Promise.all(lookups.map((lookup) => lookup.standsIn(word)))).some((bundles) => bundles.length > 0)),
  );
  const missing = term.kind === 'word' ? (forms.length === 0 ? [term.word] : []) : exact.filter((_, at) => !stands[at]);
  return Promise.all(missing.map(async (word) => ({ word, near: await nearWords(word, lookups) })));
}
