import { type BundleEntry, tableFile } from '../catalogue.ts';
import { indexKey } from '../chunk.ts';
import { type Fragment, readFragment } from '../record.ts';
import { type BundleTable, bytesOf, chunkFile, readTable, type TableValue } from '../table.ts';
import { type Calendar, makeCalendar } from './calendar.ts';
import { type FactsOf, openFacts } from './facts.ts';
import { lastNotAfter } from './lookup.ts';
import { Matches } from './matches.ts';
import { countPlaces, countWord } from './postings.ts';
import type { Slot, WordsTerm } from './resolve.ts';
import { FileMissing, type Store } from './store.ts';
import { countInText } from './texts.ts';

/** A source or topic, and how many articles of a bundle have it. */
export interface Named {
  id: string;
  name: string;
  articles: number;
}

/** A bundle whose table is loaded. */
export interface Bundle {
  entry: BundleEntry;
  table: BundleTable;
  /** Sources and topics in the order of the table. */
  named: Record<'sources' | 'topics', readonly Named[]>;
  /** Day of every article, as a number since 1970. */
  days: readonly number[];
  calendar(): Calendar;
  facts(pages: Iterable<number>): Promise<FactsOf>;
  fragment(page: number): Promise<Fragment>;
  /** How many bytes of the index must be had to look for a term, whether or not they are there already: an answer depends on nothing that was asked before. */
  costOf(term: WordsTerm): number;
  /** Begins to load the small parts of the index in which words stand. */
  ahead(slots: readonly Slot[]): void;
  /** The articles that have a term. */
  match(term: WordsTerm): Promise<Matches>;
  /** Those of some articles that have a term, by their texts; costs {@link TEXT} for each. */
  matchTexts(term: WordsTerm, pages: readonly number[]): Promise<Matches>;
}

/** About how many bytes the text of an article takes. */
export const TEXT = 2500;

/** A part of the index that is larger holds one frequent word, and is read when it is known that nothing cheaper will do. */
export const LIGHT = 4.5 * 1024;

/** Loads a bundle's table. */
export async function openBundle(store: Store, entry: BundleEntry): Promise<Bundle> {
  const path = tableFile(entry);
  const [bytes, known] = await Promise.all([store.bytes(path), store.names()]);
  const table = readTable(bytes);
  const namedBy =
    (own: ReadonlyMap<string, string>) =>
    ([id, articles]: TableValue): Named => {
      const name = own.get(id);
      // The names that were loaded are older than this table.
      if (name === undefined) throw new FileMissing(path);
      return { id, name, articles };
    };
  // The archive was published anew, and this is no longer the bundle that the catalogue tells of.
  if (table.days.length !== entry.articles) throw new FileMissing(path);
  let day = 0;
  const days = table.days.map((since) => {
    day += since;
    return day;
  });
  const facts = openFacts(store, entry.name, table, days);
  const { from, sizes, names } = table.chunks;

  /** Parts of the index that the words of a slot may be in. */
  const chunksOf = (slot: Slot): Set<number> => {
    const chunks = new Set<number>();
    if ('forms' in slot) for (const form of slot.forms) chunks.add(Math.max(0, lastNotAfter(from, indexKey(form))));
    else {
      const start = indexKey(slot.beginning);
      for (let at = Math.max(0, lastNotAfter(from, start)); at < from.length; at += 1) {
        chunks.add(at);
        if (at + 1 < from.length && !from[at + 1]?.startsWith(start) && !start.startsWith(from[at + 1] ?? '')) break;
      }
    }
    return from.length === 0 ? new Set() : chunks;
  };
  const sizeOf = (chunks: ReadonlySet<number>) => [...chunks].reduce((sum, at) => sum + bytesOf(sizes[at] ?? 0), 0);
  const load = (slot: Slot) => Promise.all([...chunksOf(slot)].map((at) => store.bytes(`${entry.name}/${chunkFile(names[at] ?? '')}`)));
  const fragment = async (page: number) => {
    const bytes = await store.bytes(`${entry.name}/${(await facts.of([page])).fragment(page)}`);
    return readFragment(new TextDecoder().decode(bytes));
  };
  const matchTexts = async (term: WordsTerm, pages: readonly number[]): Promise<Matches> => {
    const matches = new Matches(days.length);
    const counts = await Promise.all(pages.map(async (page) => [page, countInText(await fragment(page), term)] as const));
    for (const [page, { text, title }] of counts) matches.add(page, text, title);
    return matches;
  };

  let calendar: Calendar | undefined;

  return {
    entry,
    table,
    named: { sources: table.sources.map(namedBy(known.sources)), topics: table.topics.map(namedBy(known.topics)) },
    days,
    calendar() {
      calendar ??= makeCalendar(days);
      return calendar;
    },
    facts: facts.of,
    fragment,
    costOf: ({ slots }) => sizeOf(slots.map(chunksOf).reduce((all, some) => all.union(some), new Set<number>())),
    ahead(slots) {
      for (const slot of slots) if (sizeOf(chunksOf(slot)) <= LIGHT) load(slot).catch(() => undefined);
    },
    async match(term) {
      if (term.bundles !== undefined && !term.bundles.has(entry.name)) return new Matches(days.length);
      const [only, ...others] = term.slots;
      if (only !== undefined && others.length === 0) return countWord(await load(only), only, term, days.length);
      const costs = new Map(term.slots.map((slot) => [slot, sizeOf(chunksOf(slot))]));
      const costOf = (slot: Slot) => costs.get(slot) ?? 0;
      return countPlaces(term, { load, costOf, light: LIGHT, articles: days.length, text: TEXT, matchTexts });
    },
    matchTexts,
  };
}
