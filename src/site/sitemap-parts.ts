import { type Archive, lastChanged, lastChangedOf, lastChangedOn, type Shelf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { type Addresses, articlePath, datePath, sourcePath, topicPath } from '../archive/permalink.ts';
import type { SitemapEntry } from '../formats/sitemap.ts';
import { yearsOfLarge } from './counted.ts';
import { daysOf, monthsOf } from './periods.ts';

/** Most entries that one sitemap may have (sitemaps.org). */
const MOST = 50_000;

/** One sitemap of the archive. What is in it is made when it is asked for: a year has thousands of entries. */
export interface SitemapPart {
  /** What stands in its address: `/sitemap-NAME.xml`. */
  name: string;
  entries(): readonly SitemapEntry[];
  changed(): string | undefined;
}

/** All sitemaps: one for the lists, and one a year for articles and their dates, so that old ones stay as they are. */
export function sitemapParts(archive: Archive, addresses: Addresses): SitemapPart[] {
  return [...listSitemap(archive, addresses), ...[...archive.byYear.keys()].flatMap((year) => yearSitemaps(archive, addresses, year))];
}

/** The sitemap of lists that are not of one year, in parts where it is long. */
export function listSitemap(archive: Archive, { absolute }: Addresses): SitemapPart[] {
  const list = listWith(absolute);
  const shelf = (path: string, own: Shelf | undefined) => (): SitemapEntry => ({ url: absolute(path), changed: own && lastChangedOn(own) });
  const lists = [
    ...['/', '/sources/', '/topics/', '/about/'].map((path) => shelf(path, archive)),
    ...[...archive.pages.keys()].filter((id) => id !== 'about').map((id) => list(`/${id}/`, [])),
    ...[...archive.sources.keys()].map((id) => shelf(sourcePath(id), archive.bySource.get(id))),
    ...yearsOfLarge(archive.bySource).map(({ params: { id, year } }) => list(sourcePath(id, year), archive.bySource.get(id)?.byYear.get(year))),
    ...[...archive.topics.keys()].map((id) => shelf(topicPath(id), archive.byTopic.get(id))),
    ...yearsOfLarge(archive.byTopic).map(({ params: { id, year } }) => list(topicPath(id, year), archive.byTopic.get(id)?.byYear.get(year))),
  ];
  return split('pages', lists, archive.articles);
}

/** The sitemap of a year, in parts where it is long. */
export function yearSitemaps(archive: Archive, { absolute }: Addresses, year: string): SitemapPart[] {
  const articles = archive.byYear.get(year) ?? [];
  const list = listWith(absolute);
  const dates = [...monthsOf(archive, year)].flatMap(([month, ofMonth]) => [
    list(datePath(month), ofMonth),
    ...[...daysOf(archive, month)].map(([day, ofDay]) => list(datePath(day), ofDay)),
  ]);
  const own = articles.map((article) => () => ({ url: absolute(articlePath(article.id)), changed: lastChanged(article) }));
  return split(year, [list(datePath(year), articles), ...dates, ...own], articles);
}

function listWith(absolute: Addresses['absolute']) {
  return (path: string, articles: readonly Article[] | undefined) => (): SitemapEntry => ({ url: absolute(path), changed: lastChangedOf(articles ?? []) });
}

function split(name: string, entries: readonly (() => SitemapEntry)[], articles: readonly Article[]): SitemapPart[] {
  const parts: SitemapPart[] = [];
  for (let from = 0; from < entries.length; from += MOST) {
    parts.push({
      name: from === 0 ? name : `${name}-${from / MOST + 1}`,
      entries: () => entries.slice(from, from + MOST).map((entry) => entry()),
      changed: () => lastChangedOf(articles),
    });
  }
  return parts;
}
