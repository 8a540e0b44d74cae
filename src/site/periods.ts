import type { Archive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';

type Periods = ReadonlyMap<string, readonly Article[]>;

/** Months of a year that have articles, oldest first. */
export function monthsOf(archive: Archive, year: string): Periods {
  return within(archive.byMonth, year);
}

/** Days of a month that have articles, oldest first. */
export function daysOf(archive: Archive, month: string): Periods {
  return within(archive.byDay, month);
}

// Only as many keys as a period can have parts are tried: looking through all would cost every page the whole archive.
function within(periods: Periods, period: string): Periods {
  const found = new Map<string, readonly Article[]>();
  for (let part = 1; part <= 31; part += 1) {
    const key = `${period}-${String(part).padStart(2, '0')}`;
    const articles = periods.get(key);
    if (articles !== undefined) found.set(key, articles);
  }
  return found;
}

const neighboursOf = new WeakMap<Periods, Map<string, { before?: string; after?: string }>>();

/** The periods next to one that have articles. */
export function periodsBeside(periods: Periods, period: string): { before?: string; after?: string } {
  let neighbours = neighboursOf.get(periods);
  if (neighbours === undefined) {
    const keys = [...periods.keys()];
    neighbours = new Map(keys.map((key, at) => [key, { before: keys[at - 1], after: keys[at + 1] }]));
    neighboursOf.set(periods, neighbours);
  }
  return neighbours.get(period) ?? {};
}
