import type { BundleEntry } from '../catalogue.ts';
import type { SearchAnswer, SearchQuery } from '../engine.ts';

/** Bundles in the order in which they are searched: where the limits are, then from the end that is asked for. */
export function inTurn(bundles: readonly BundleEntry[], asked: SearchQuery): BundleEntry[] {
  const side = (entry: BundleEntry) => (mayBeWithin(entry, asked) ? 0 : 1);
  return bundles.toSorted((a, b) => side(a) - side(b) || (asked.sort === 'oldest' ? (a.from < b.from ? -1 : 1) : a.to < b.to ? 1 : -1));
}

/** Whether a bundle may have hits within the limits. */
export function mayBeWithin({ from, to, language }: BundleEntry, asked: SearchQuery): boolean {
  const years = asked.years.length === 0 || asked.years.some((year) => from.slice(0, 4) <= year && year <= to.slice(0, 4));
  const months = asked.months.length === 0 || asked.months.some((month) => from.slice(0, 7) <= month && month <= to.slice(0, 7));
  const days = (asked.from === '' || to >= asked.from) && (asked.to === '' || from <= asked.to);
  const languages = asked.languages.length === 0 || asked.languages.some((tag) => tag.toLowerCase().split('-')[0] === language);
  return years && months && days && languages;
}

/** How much of the archive was searched. */
export function extent(
  bundles: readonly BundleEntry[],
  unsearched: readonly BundleEntry[],
  failed: number,
  sort: SearchQuery['sort'],
): SearchAnswer['searched'] {
  const of = bundles.reduce((sum, { articles }) => sum + articles, 0);
  const days = {
    from: bundles.map(({ from }) => from).sort()[0] ?? '',
    to:
      bundles
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
  };
  const articles = of - failed - unsearched.reduce((sum, entry) => sum + entry.articles, 0);
  if (unsearched.length === 0) return { articles, of, ...days };
  const until =
    sort === 'oldest'
      ? unsearched.map(({ from }) => from).sort()[0]
      : unsearched
          .map(({ to }) => to)
          .sort()
          .at(-1);
  return { articles, of, ...days, ...(until !== undefined && { until }) };
}
