import type { FacetKind, FacetValue, SearchQuery } from '../engine.ts';
import type { Bundle } from './bundle.ts';
import { daysBetween } from './calendar.ts';
import type { FactsOf } from './facts.ts';

/** Hits under limits, and how many there would be under others. Fed bundle by bundle; takes time by the hit. */
export interface Limiter {
  /** Takes the articles of a bundle for which the query's text is true; gives those within the limits. */
  add(bundle: Bundle, pages: readonly number[], facts: FactsOf): number[];
  /** How many there are without limits. */
  unlimited(): number;
  facets(): Record<FacetKind, readonly FacetValue[]>;
  histogram(): { month: string; count: number }[];
}

type Chosen = Pick<SearchQuery, 'sources' | 'topics' | 'languages' | 'years' | 'months' | 'from' | 'to'>;

const KINDS: readonly FacetKind[] = ['sources', 'topics', 'languages', 'years', 'months'];

/** Those that the histogram is not limited by: it shows what could be chosen instead. */
const DATES: readonly (FacetKind | undefined)[] = ['years', 'months'];

let collator: Intl.Collator | undefined;

/** The order of names. Made when it is first needed: that takes milliseconds. */
export function nameOrder(): Intl.Collator['compare'] {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare;
}

/** See {@link Limiter}. */
export function makeLimiter(chosen: Chosen): Limiter {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, number>()])) as Record<FacetKind, Map<string, number>>;
  const labels = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, string>()])) as Record<FacetKind, Map<string, string>>;
  const months = new Map<string, number>();
  let unlimited = 0;

  const isWithin = daysBetween(chosen.from, chosen.to);

  const add = (bundle: Bundle, pages: readonly number[], facts: FactsOf): number[] => {
    const { table, named, days } = bundle;
    const calendar = bundle.calendar();
    // What an article has of a kind: a position in the list of ids, or several. One is no list, for lists by the hundred thousand take time.
    const columns: Record<FacetKind, { ids: readonly string[]; of(page: number): number | readonly number[] }> = {
      sources: { ids: named.sources.map(({ id }) => id), of: facts.source },
      topics: { ids: named.topics.map(({ id }) => id), of: facts.topics },
      languages: { ids: table.languages.map(([tag]) => tag), of: facts.language },
      years: { ids: calendar.years, of: calendar.yearOf },
      months: { ids: calendar.months, of: calendar.monthOf },
    };
    for (const { id, name } of named.sources) labels.sources.set(id, name);
    for (const { id, name } of named.topics) labels.topics.set(id, name);
    const kinds = KINDS.map((kind) => {
      const wanted = new Set(chosen[kind]);
      const { ids, of } = columns[kind];
      return { kind, ids, of, free: wanted.size === 0, fits: ids.map((id) => wanted.has(id)), here: ids.map(() => 0) };
    });
    const limiting = kinds.filter(({ free }) => !free);
    const monthsHere = calendar.months.map(() => 0);
    const within: number[] = [];
    unlimited += pages.length;
    for (const page of pages) {
      let failures = 0;
      let otherFailures = 0;
      let failing: (typeof kinds)[number] | undefined;
      for (const kind of limiting) {
        const own = kind.of(page);
        if (typeof own === 'number' ? kind.fits[own] : own.some((value) => kind.fits[value])) continue;
        failures += 1;
        failing = kind;
        if (!DATES.includes(kind.kind)) otherFailures += 1;
      }
      if (otherFailures === 0) count(monthsHere, calendar.monthOf(page));
      if (failures > 1 || !isWithin(days[page] ?? 0)) continue;
      if (failures === 0) within.push(page);
      // Counted for a kind are those that every other kind lets through.
      if (failing === undefined) for (const kind of kinds) count(kind.here, kind.of(page));
      else count(failing.here, failing.of(page));
    }
    for (const { kind, ids, here } of kinds) for (const [at, id] of ids.entries()) counts[kind].set(id, (counts[kind].get(id) ?? 0) + (here[at] ?? 0));
    for (const [at, month] of calendar.months.entries()) months.set(month, (months.get(month) ?? 0) + (monthsHere[at] ?? 0));
    return within;
  };

  return {
    add,
    unlimited: () => unlimited,
    facets: () => Object.fromEntries(KINDS.map((kind) => [kind, listFacet(counts[kind], labels[kind], chosen[kind], kind)])) as Record<FacetKind, FacetValue[]>,
    histogram: () =>
      [...months]
        .map(([month, count]) => ({ month, count }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

function count(counts: number[], at: number | readonly number[]): void {
  if (typeof at === 'number') counts[at] = (counts[at] ?? 0) + 1;
  else for (const each of at) counts[each] = (counts[each] ?? 0) + 1;
}

function listFacet(counts: ReadonlyMap<string, number>, labels: ReadonlyMap<string, string>, chosen: readonly string[], kind: FacetKind): FacetValue[] {
  // A limit from the address that the archive does not know must be seen, to be taken off.
  const ids = new Set([...chosen, ...[...counts].filter(([, count]) => count > 0).map(([id]) => id)]);
  const values = [...ids].map((id) => ({ id, label: labels.get(id) ?? id, count: counts.get(id) ?? 0 }));
  if (DATES.includes(kind)) return values.sort((a, b) => (a.id < b.id ? 1 : -1));
  const compare = nameOrder();
  return values.sort((a, b) => compare(a.label, b.label));
}
