import type { Archive } from '../archive/archive.ts';
import { formatPeriod } from '../archive/dates.ts';
import { aliasPath, articlePath } from '../archive/permalink.ts';
import { listAbove } from '../ledger/site-paths.ts';
import { LARGE } from './counted.ts';

/** An address at which something stood that is elsewhere now. */
export interface Redirect {
  /** Path, decoded. */
  from: string;
  to: string;
  /** What stands there. */
  title: string;
  /** Whether it will never come back: an article that moved, but not a list that is empty for now. */
  isPermanent: boolean;
}

/** Every earlier address that leads on: of articles, of what is gone, and of lists that are empty. */
export function redirectsOf(archive: Archive): Redirect[] {
  return [
    ...archive.articles.flatMap((article) =>
      article.aliases
        .map(aliasPath)
        .filter((from) => from !== articlePath(article.id))
        .map((from) => ({ from, to: articlePath(article.id), title: article.title, isPermanent: true })),
    ),
    ...archive.gone.flatMap(({ path, also, title }) => also.map((from) => ({ from, to: path, title: title ?? 'Gone', isPermanent: true }))),
    ...archive.releasedLists.flatMap((from) => {
      const to = nearestList(archive, from);
      return to === from ? [] : [{ from, to, title: titleOf(to), isPermanent: false }];
    }),
  ];
}

/** A list, or where it is empty the nearest above it that is not. */
function nearestList(archive: Archive, path: string): string {
  let nearest = path;
  while (!isThere(archive, nearest)) nearest = listAbove(nearest);
  return nearest;
}

function isThere(archive: Archive, path: string): boolean {
  const [, first = '', second = '', year] = path.split('/').filter((part, at) => at === 0 || part !== '');
  if (first === 'sources' || first === 'topics') {
    const shelf = (first === 'sources' ? archive.bySource : archive.byTopic).get(second);
    return year === undefined || (shelf !== undefined && shelf.articles.length > LARGE && shelf.byYear.has(year));
  }
  if (first === '') return true;
  const period = [first, second, year].filter((part) => part !== undefined && part !== '').join('-');
  return archive.byYear.has(period) || archive.byMonth.has(period) || archive.byDay.has(period);
}

function titleOf(path: string): string {
  const period = path.slice(1, -1).replaceAll('/', '-');
  return /^\d/.test(period) ? formatPeriod(period) : 'All articles';
}
