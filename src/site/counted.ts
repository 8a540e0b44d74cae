import type { Archive, Shelf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { formatPeriod } from '../archive/dates.ts';
import { datePath, sourcePath, topicPath } from '../archive/permalink.ts';

/** A link with the number of articles behind it. */
export interface Counted {
  path: string;
  label: string;
  count: number;
}

/** Above this many articles a source or topic goes on by year, and a year or month by its parts. */
export const LARGE = 200;

const numbers = new Intl.NumberFormat('en');

/** “1,204”. */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** “1 article”, “1,204 articles”. */
export function countArticles(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'article' : 'articles'}`;
}

/** Periods with their articles, newest first. */
export function countPeriods(periods: ReadonlyMap<string, readonly Article[]>, pathOf = datePath): Counted[] {
  return [...periods].map(([period, articles]) => ({ path: pathOf(period), label: formatPeriod(period), count: articles.length })).reverse();
}

/** Sources with their articles, in the order of their names; those that are only relied upon count none. */
export function countSources(archive: Archive): Counted[] {
  return [...archive.sources.values()].map(({ id, name }) => ({ path: sourcePath(id), label: name, count: archive.bySource.get(id)?.articles.length ?? 0 }));
}

/** Topics with their articles, in the order of their titles. */
export function countTopics(archive: Archive): Counted[] {
  return [...archive.topics.values()].map(({ id, title }) => ({ path: topicPath(id), label: title, count: archive.byTopic.get(id)?.articles.length ?? 0 }));
}

/** The fullest of a list, fullest first; equals keep their order. */
export function fullest(counted: readonly Counted[], most: number): Counted[] {
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}

/** Ids and years of the shelves that go on by year, as Astro's static paths. */
export function yearsOfLarge(shelves: ReadonlyMap<string, Shelf>): { params: { id: string; year: string } }[] {
  return [...shelves].flatMap(([id, { articles, byYear }]) => (articles.length > LARGE ? [...byYear.keys()].map((year) => ({ params: { id, year } })) : []));
}
