import type { FacetKind, FacetValue, SearchQuery } from '../engine.ts';
import { dayOfNumber } from '../table.ts';
import type { Bundle } from './bundle.ts';
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
const collator = new Intl.Collator('en', { numeric: true });

/** See {@link Limiter}. */
export function makeLimiter(chosen: Chosen): Limiter {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, number>()])) as Record<FacetKind, Map<string, number>>;
  const labels = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, string>()])) as Record<FacetKind, Map<string, string>>;
  const months = new Map<string, number>();
  let unlimited = 0;

  const add = (bundle: Bundle, pages: readonly number[], facts: FactsOf): number[] => {
    const { table, days } = bundle;
    const dates = dayLists(days);
    const lists: Record<FacetKind, { ids: string[]; of(page: number): readonly number[] }> = {
      sources: { ids: table.sources.map(([id]) => id), of: (page) => [facts.source(page)] },
      topics: { ids: table.topics.map(([id]) => id), of: facts.topics },
      languages: { ids: table.languages.map(([tag]) => tag), of: (page) => [facts.language(page)] },
      years: { ids: dates.years, of: (page) => [dates.yearOf(page)] },
      months: { ids: dates.months, of: (page) => [dates.monthOf(page)] },
    };
    for (const [id, name] of table.sources) labels.sources.set(id, name);
    for (const [id, name] of table.topics) labels.topics.set(id, name);
    const kinds = KINDS.map((kind) => {
      const { ids, of } = lists[kind];
      const wanted = new Set(chosen[kind]);
      return { kind, ids, of, free: wanted.size === 0, fits: ids.map((id) => wanted.has(id)), here: ids.map(() => 0) };
    });
    const monthsHere = dates.months.map(() => 0);
    const isOpen = chosen.from === '' && chosen.to === '';
    const within: number[] = [];
    for (const page of pages) {
      unlimited += 1;
      const inRange = isOpen || isBetween(dayOfNumber(days[page] ?? 0), chosen);
      let failures = 0;
      let otherFailures = 0;
      let failing = kinds[0];
      for (const kind of kinds) {
        if (kind.free || kind.of(page).some((value) => kind.fits[value])) continue;
        failures += 1;
        failing = kind;
        if (!DATES.includes(kind.kind)) otherFailures += 1;
      }
      if (otherFailures === 0) monthsHere[dates.monthOf(page)] = (monthsHere[dates.monthOf(page)] ?? 0) + 1;
      if (!inRange || failures > 1) continue;
      if (failures === 0) within.push(page);
      // Counted for a kind are those that every other kind lets through.
      for (const kind of failures === 0 ? kinds : [failing])
        for (const value of kind?.of(page) ?? []) if (kind !== undefined) kind.here[value] = (kind.here[value] ?? 0) + 1;
    }
    for (const { kind, ids, here } of kinds) for (const [at, id] of ids.entries()) counts[kind].set(id, (counts[kind].get(id) ?? 0) + (here[at] ?? 0));
    for (const [at, month] of dates.months.entries()) months.set(month, (months.get(month) ?? 0) + (monthsHere[at] ?? 0));
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

function isBetween(day: string, { from, to }: Pick<SearchQuery, 'from' | 'to'>): boolean {
  return (from === '' || day >= from) && (to === '' || day <= to);
}

/** Years and months of some days in order, and which of them each day is in. */
function dayLists(days: readonly number[]) {
  const years: string[] = [];
  const months: string[] = [];
  const year: number[] = [];
  const month: number[] = [];
  let last = Number.NaN;
  for (const day of days) {
    if (day !== last) {
      const text = dayOfNumber(day);
      if (years.at(-1) !== text.slice(0, 4)) years.push(text.slice(0, 4));
      if (months.at(-1) !== text.slice(0, 7)) months.push(text.slice(0, 7));
      last = day;
    }
    year.push(years.length - 1);
    month.push(months.length - 1);
  }
  return { years, months, yearOf: (page: number) => year[page] ?? -1, monthOf: (page: number) => month[page] ?? -1 };
}

function listFacet(counts: ReadonlyMap<string, number>, labels: ReadonlyMap<string, string>, chosen: readonly string[], kind: FacetKind): FacetValue[] {
  // A limit from the address that the archive does not know must be seen, to be taken off.
  const ids = new Set([...chosen, ...[...counts].filter(([, count]) => count > 0).map(([id]) => id)]);
  const values = [...ids].map((id) => ({ id, label: labels.get(id) ?? id, count: counts.get(id) ?? 0 }));
  return values.sort((a, b) => (DATES.includes(kind) ? -1 : 1) * collator.compare(a.label, b.label));
}
