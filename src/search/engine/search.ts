import type { BundleEntry } from '../catalogue.ts';
import type { SearchAnswer, SearchEngine, SearchQuery } from '../engine.ts';
import { SearchUnavailable } from '../engine.ts';
import { mostOf } from '../query/most.ts';
import { keyOf, type Reading, type Term, termsOf } from '../query/nodes.ts';
import { readQuery } from '../query/read.ts';
import { LIGHT } from './bundle.ts';
import { describeTerms } from './describe-terms.ts';
import { type Evaluated, evaluate, hopeOf, mayHave } from './evaluate.ts';
import { readHits } from './hits.ts';
import { makeLimiter, nameOrder } from './limits.ts';
import type { Lookup } from './lookup.ts';
import { type Open, openIndex } from './open.ts';
import { type FoundIn, type Ranked, rank } from './rank.ts';
import { resolveTerm, typedSlots, type WordsTerm } from './resolve.ts';
import { FileMissing, type Load } from './store.ts';
import { extent, inTurn, mayBeWithin } from './turn.ts';
import { firstWave, planWave } from './waves.ts';

/**
 * Search over Pagefind's index: its parts are read here, word by word, so that a query of any form has the
 * very hits that a reading of all texts would have.
 *
 * @param base Path that the site is published under, with slashes at both ends.
 */
export function makeEngine(load: Load, base: string): SearchEngine {
  let opened: Promise<Open> | undefined;
  const open = () => {
    opened ??= openIndex(load).catch((error: unknown) => {
      opened = undefined;
      throw unavailable(error);
    });
    return opened;
  };
  /** Hits that are gone are those of an archive that was published anew: it is opened when it is asked again. */
  const watched = (answer: SearchAnswer): SearchAnswer => {
    const watch =
      <Value>(part: (from: number, to: number) => Promise<Value>) =>
      (from: number, to: number) =>
        part(from, to).catch((error: unknown) => {
          opened = undefined;
          throw error instanceof FileMissing ? new SearchUnavailable('changed', error) : unavailable(error);
        });
    return { ...answer, hits: watch(answer.hits), concordance: watch(answer.concordance), fragments: watch(answer.fragments) };
  };
  const ask = async (question: Question): Promise<Answered> => {
    const index = await open();
    try {
      return await answer(index, question, base);
    } catch (error) {
      // The archive may have been published anew: what the old catalogue names is gone then.
      opened = undefined;
      const now = await open();
      if (!(error instanceof FileMissing) || JSON.stringify(now.store.catalogue) === JSON.stringify(index.store.catalogue)) throw unavailable(error);
      return answer(now, question, base).catch((again: unknown) => {
        throw unavailable(again);
      });
    }
  };
  return {
    prepare: async () => void (await open()),
    async search(query, whole = false, wanted = undefined) {
      const { lacks: _, ...found } = await ask({ query, reading: readQuery(query.text), whole, first: wanted?.to ?? 0 });
      return watched(found);
    },
    async most(query, to) {
      const most = mostOf(readQuery(query.text).query);
      if (most === undefined) return [];
      const found = await ask({ query, reading: { query: most, notes: [] }, whole: false, first: to, mostBytes: FOR_MOST });
      const hits = await watched(found).hits(0, to);
      return hits.map((hit, at) => ({ ...hit, lacks: found.lacks(at) }));
    },
  };
}

function unavailable(error: unknown): SearchUnavailable {
  return error instanceof SearchUnavailable ? error : new SearchUnavailable(error instanceof FileMissing ? 'missing' : 'failed', error);
}

/** A search, and how many of the first hits will be asked for. */
interface Question {
  query: SearchQuery;
  reading: Reading;
  whole: boolean;
  first: number;
  /** See `waves.ts`. */
  mostBytes?: number;
}

/** Bytes that may be spent on articles that have most of what was asked for. */
const FOR_MOST = 72 * 1024;

interface Answered extends SearchAnswer {
  /** Terms that a hit (0-based) does not have, as they were typed. */
  lacks(at: number): string[];
}

async function answer(
  { store, lookups, bundleOf, opened }: Open,
  { query: asked, reading, whole, first, mostBytes }: Question,
  base: string,
): Promise<Answered> {
  const { query } = reading;
  const listed = termsOf(query);
  const distinct = [...new Map(listed.map((each) => [keyOf(each.term) + each.wanted, each])).values()];
  const inOrder = inTurn(store.catalogue.bundles, asked);
  // The newest are searched whatever the words are, unless these are rare.
  const newest = inOrder.slice(0, firstWave(inOrder));
  soon(...newest.map(bundleOf));
  // So is what stands there of a single term; of several, one may be rare.
  const [only, ...others] = distinct;
  if (only !== undefined && others.length === 0) for (const bundle of opened(newest)) bundle.ahead(typedSlots(only.term));
  const resolving = resolveAll(
    distinct.map(({ term }) => term),
    lookups,
  );
  // Will be needed, and takes as long as words are on their way.
  nameOrder();
  const resolved = await resolving;
  const termsIn = (entry: BundleEntry) => resolved.get(entry.language) ?? new Map<string, WordsTerm>();
  const wanted = distinct.filter((each) => each.wanted).map(({ term }) => keyOf(term));

  const limiter = makeLimiter(asked);
  const found: FoundIn[] = [];
  const evaluated: { entry: BundleEntry; result: Evaluated }[] = [];
  const failures: unknown[] = [];
  let failed = 0;
  const hope = new Map(inOrder.map((entry) => [entry, hopeOf(query, entry, termsIn(entry))]));
  const waiting = inOrder.filter((entry) => mayHave(query, entry, termsIn(entry))).sort((a, b) => (hope.get(b) ?? 0) - (hope.get(a) ?? 0));
  // Most words are too rare for one bundle to have a page of hits. Whether these are tells the first, where it is there.
  const isFrequent = opened(waiting.slice(0, 1)).some((bundle) => {
    const words = [...termsIn(bundle.entry).values()];
    return words.length > 0 && words.every((term) => bundle.costOf(term) > LIGHT);
  });
  for (const entry of waiting.slice(0, isFrequent ? 1 : AHEAD)) {
    soon(bundleOf(entry).then((bundle) => bundle.ahead([...termsIn(entry).values()].flatMap(({ slots }) => slots))));
  }
  while (waiting.length > 0) {
    const wave = planWave({ waiting, searched: evaluated, hits: hitsIn(found), terms: listed.length, whole, ...(mostBytes !== undefined && { mostBytes }) });
    if (wave === 0) break;
    const entries = waiting.splice(0, wave);
    const results = await Promise.allSettled(
      entries.map(async (entry) => {
        const bundle = await bundleOf(entry);
        // Facts that are not divided are needed where anything is found.
        if (bundle.table.blocks.length === 0) soon(bundle.facts([0]));
        const result = await evaluate(query, bundle, termsIn(entry));
        return { entry, bundle, result, facts: await bundle.facts(result.pages) };
      }),
    );
    for (const [at, settled] of results.entries()) {
      if (settled.status === 'rejected') {
        if (settled.reason instanceof FileMissing) throw settled.reason;
        failures.push(settled.reason);
        failed += entries[at]?.articles ?? 0;
        continue;
      }
      const { entry, bundle, result, facts } = settled.value;
      evaluated.push({ entry, result });
      const terms = wanted.map((key) => ({ matches: result.matches.get(key), articles: result.counts.get(key) }));
      found.push({ bundle, facts, within: limiter.add(bundle, result.pages, facts), terms });
    }
    // As long as there is no page of hits, each is likely to be on it.
    if (hitsIn(found) <= first) soon(...found.flatMap(({ bundle, within }) => within.map(bundle.fragment)));
  }
  if (evaluated.length === 0 && failures.length > 0) throw failures[0];

  const ranked = rank(found, asked.sort);
  const unsearched = waiting.filter((entry) => mayBeWithin(entry, asked));
  soon(...ranked.slice(0, first).map(({ bundle, page }) => bundle.fragment(page)));
  const marking = ({ bundle }: Ranked) => wanted.flatMap((key) => resolved.get(bundle.entry.language)?.get(key) ?? []);
  return {
    reading,
    total: ranked.total,
    exact: unsearched.length === 0 && failed === 0,
    unlimited: limiter.unlimited(),
    facets: limiter.facets(),
    histogram: limiter.histogram(),
    terms: await describeTerms(distinct, { lookups, resolved, evaluated, bundles: store.catalogue.bundles }),
    searched: extent(store.catalogue.bundles, unsearched, failed, asked.sort),
    failed,
    lacks(at) {
      const [hit] = ranked.slice(at, at + 1);
      const terms = found.find(({ bundle }) => bundle === hit?.bundle)?.terms ?? [];
      return distinct
        .filter((each) => each.wanted)
        .flatMap(({ term }, own) => ('typed' in term && !terms[own]?.matches?.has(hit?.page ?? -1) ? [term.typed] : []));
    },
    ...readHits({ ranked, found, marking, base }),
  };
}

function hitsIn(found: readonly FoundIn[]): number {
  return found.reduce((sum, { within }) => sum + within.length, 0);
}

/** Of so many bundles the tables and small parts of the index are loaded before it is known whether they will be searched. */
const AHEAD = 3;

/** Begins to load what will be asked for; where that fails, it fails again when it is asked for. */
function soon(...loading: readonly Promise<unknown>[]): void {
  for (const each of loading) each.catch(() => undefined);
}

/** Terms of words, in the forms of each language. */
async function resolveAll(terms: readonly Term[], lookups: readonly Lookup[]): Promise<Map<string, Map<string, WordsTerm>>> {
  const resolved = await Promise.all(
    lookups.map(async (lookup) => {
      const own = await Promise.all(terms.map(async (term) => [keyOf(term), await resolveTerm(term, lookup)] as const));
      return [lookup.language, new Map(own.filter((each): each is [string, WordsTerm] => each[1] !== undefined))] as const;
    }),
  );
  return new Map(resolved);
}
