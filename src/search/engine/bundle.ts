import type { BundleEntry } from '../catalogue.ts';
import { indexKey, type Places, readWords } from '../chunk.ts';
import type { Term } from '../query/nodes.ts';
import { SPACES } from '../record.ts';
import { type BundleTable, dayOfNumber, readTable, TABLE_FILE } from '../table.ts';
import { lastNotAfter } from './lookup.ts';
import { matchWords } from './match.ts';
import { fits, type Slot, type WordsTerm } from './resolve.ts';
import type { Store } from './store.ts';
import { valueTest } from './values.ts';

/** How often a term is in an article: in its text, and in its title. */
export interface Count {
  text: number;
  title: number;
}

/** The articles of a bundle that a term is in. */
export type Matches = ReadonlyMap<number, Count>;

/** A bundle whose table is loaded. */
export interface Bundle {
  entry: BundleEntry;
  table: BundleTable;
  /** Day of every article, as a number since 1970. */
  days: readonly number[];
  /** About how many bytes have yet to be loaded to look for a term. */
  costOf(term: WordsTerm): number;
  match(term: WordsTerm): Promise<Matches>;
  /** Whether an article has a value or a day. */
  has(term: Extract<Term, { kind: 'value' | 'date' }>): (page: number) => boolean;
}

/** Loads a bundle's table. */
export async function openBundle(store: Store, entry: BundleEntry): Promise<Bundle> {
  const table = readTable(await store.bytes(`${entry.name}/${TABLE_FILE}?${entry.tag}`, 'deflate-raw'));
  let day = 0;
  const days = table.days.map((since) => {
    day += since;
    return day;
  });
  const { from, names, sizes } = table.chunks;
  const pathOf = (at: number) => `${entry.name}/index/${names[at]}.pf_index`;

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
  const chunksOfTerm = ({ slots }: WordsTerm) => slots.map(chunksOf).reduce((all, some) => all.union(some), new Set<number>());

  /** Where the words of a slot are, by article. */
  const placesOf = async (slot: Slot): Promise<Map<number, Places['spaces']>> => {
    const found = await Promise.all([...chunksOf(slot)].map(async (at) => [...readWords(await store.bytes(pathOf(at), 'gzip'), (form) => fits(slot, form))]));
    const merged = new Map<number, Places['spaces']>();
    for (const [, places] of found.flat()) for (const { page, spaces } of places) merged.set(page, mergeSpaces(merged.get(page), spaces));
    return merged;
  };

  return {
    entry,
    table,
    days,
    costOf: (term) => [...chunksOfTerm(term)].reduce((sum, at) => sum + (store.has(pathOf(at)) ? 0 : (sizes[at] ?? 0) * 256), 0),
    async match(term) {
      if (term.bundles !== undefined && !term.bundles.has(entry.name)) return new Map();
      const slots = await Promise.all(term.slots.map(placesOf));
      const [rarest, ...others] = slots.toSorted((a, b) => a.size - b.size);
      const matches = new Map<number, Count>();
      for (const page of rarest?.keys() ?? []) {
        if (!others.every((slot) => slot.has(page))) continue;
        const count = countIn(
          term,
          slots.map((slot) => slot.get(page) ?? []),
        );
        if (count.text + count.title > 0) matches.set(page, count);
      }
      return matches;
    },
    has: (term) => (term.kind === 'date' ? dayTest(term, days) : valueTest(term, table)),
  };
}

function countIn(term: WordsTerm, slots: readonly Places['spaces'][]): Count {
  const count = { text: 0, title: 0 };
  for (const space of term.spaces) {
    const at = SPACES.indexOf(space);
    const starts = matchWords(
      slots.map((spaces) => spaces[at] ?? []),
      term,
    ).length;
    count[space === 'title' ? 'title' : 'text'] += starts;
  }
  return count;
}

function mergeSpaces(known: Places['spaces'] | undefined, more: Places['spaces']): Places['spaces'] {
  if (known === undefined) return more;
  return Array.from({ length: Math.max(known.length, more.length) }, (_, space) => {
    const [one, two] = [known[space], more[space]];
    return one === undefined ? two : two === undefined ? one : [...one, ...two].sort((a, b) => a - b);
  });
}

function dayTest({ from = '0000', to = '9999-12-31' }: { from?: string; to?: string }, days: readonly number[]): (page: number) => boolean {
  return (page) => {
    const day = dayOfNumber(days[page] ?? 0);
    return day >= from && day <= to;
  };
}
