import { hash } from 'node:crypto';
import type { Archive, Shelf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { dataParts } from '../archive/data-parts.ts';
import type { FeedParts } from '../archive/feed-parts.ts';
import { type Addresses, articlePath, datePath, sourcePath, topicPath } from '../archive/permalink.ts';
import { REACH, relatedTo } from '../archive/related.ts';
import { hasStaticRepository, OAI_PATH } from '../formats/oai-static.ts';
import { descriptionPath, SYNC_PATHS } from '../formats/resource-sync.ts';
import { planCards } from './cards.ts';
import { yearsOfLarge } from './counted.ts';
import { archiveFeedParts, FEED_FILES, shelfFeedParts } from './feed-documents.ts';
import { daysOf, monthsOf, periodsBeside } from './periods.ts';
import { redirectsOf } from './redirects.ts';
import { type Shown, shownBy } from './shown.ts';
import { listSitemap, yearSitemaps } from './sitemap-parts.ts';

/** A page or other file that is rendered, and what decides whether it has changed. */
export interface PlannedPage {
  /** Its path in the archive, decoded: `/2020/03/`, `/feed.xml`; `/404/` for the page of what is not there. */
  path: string;
  /** Astro's route for it: `/[year]/[month]`. */
  route: string;
  /** Digest of all that it shows, but for what is the same on every page (template, facts of the archive, address). */
  key: string;
}

/** Pages that show much the same articles, planned together. */
export interface PageGroup {
  /** `whole`, a year, or the path of a source or topic; always the same for the same page. */
  name: string;
  /** Digest of all that any of its pages may show: where it has not changed, no page's key has. */
  key: string;
  /** Its pages; to know their keys takes far longer than to know the group's. */
  pages(): PlannedPage[];
}

/** What an article's page shows of earlier versions of its text. */
export type Former = (article: Article) => readonly unknown[];

/** Shown by pages that tell of the whole archive, so any change may be one of theirs. */
const WHOLE = ['/', '/sources/', '/topics/', '/about/', '/search/', '/404/', '/sitemap-index.xml', '/opensearch.xml', '/robots.txt', '/llms.txt', '/sw.js'];

/**
 * Every page of the site, with the digest of what it shows. A page that shows something new must say so
 * here, else it would not be rendered again when that changes; and so must the key of its group.
 */
export function planPages(archive: Archive, addresses: Addresses, former: Former): PageGroup[] {
  const shown = shownBy(archive);
  return [planWhole(archive, addresses, shown), ...planYears(archive, addresses, shown, former), ...planShelves(archive, shown)];
}

/** Paths of all lists, of the archive's own pages and of all documents of feeds: what is there for good. */
export function lastingPaths(archive: Archive): string[] {
  const feeds = (path: string, { archives }: FeedParts) => [...FEED_FILES.map((file) => path + file), ...archives.map(({ place }) => place.self)];
  const shelf = (kind: 'sources' | 'topics', id: string, path: string) => [path, ...feeds(path, shelfFeedParts(archive, kind, id))];
  return [
    ...WHOLE.filter((path) => path.endsWith('/') && path !== '/404/'),
    ...feeds('/', archiveFeedParts(archive)),
    ...[archive.byYear, archive.byMonth, archive.byDay].flatMap((periods) => [...periods.keys()].map(datePath)),
    ...[...archive.sources.keys()].flatMap((id) => shelf('sources', id, sourcePath(id))),
    ...[...archive.topics.keys()].flatMap((id) => shelf('topics', id, topicPath(id))),
    ...yearsOfLarge(archive.bySource).map(({ params: { id, year } }) => sourcePath(id, year)),
    ...yearsOfLarge(archive.byTopic).map(({ params: { id, year } }) => topicPath(id, year)),
    ...[...archive.pages.keys()].filter((id) => id !== 'about').map((id) => `/${id}/`),
  ];
}

/** Pages that tell of the whole archive. */
function planWhole(archive: Archive, addresses: Addresses, { files, labels, feed }: Shown): PageGroup {
  const everything = digest([files(archive.articles), labels, [...archive.pages.values()]]);
  const { current, archives } = archiveFeedParts(archive);
  // Of years that have no article any more.
  const emptied = archives.filter(({ place }) => !archive.byYear.has(place.self.slice(1, 5)));
  const pages = () => {
    const { add, planned } = pageList();
    for (const path of WHOLE) add(path, path === '/' ? path : path.replace(/\/$/, ''), everything);
    const description = descriptionPath(addresses);
    add(description, description.startsWith('/.') ? description : '/resourcesync/[list].xml', '');
    add(SYNC_PATHS.capabilities, '/resourcesync/[list].xml', '');
    add(SYNC_PATHS.changes, '/resourcesync/[list].xml', everything);
    if (hasStaticRepository(archive)) add(OAI_PATH, '/[oai].xml', everything);
    for (const { path, words } of planCards(archive, addresses)) add(path, '/cards/[...card].png', words);
    for (const file of FEED_FILES) add(`/${file}`, `/${file}`, feed('', current));
    for (const part of emptied) add(part.place.self, '/[year]/[month]/[feed].xml', feed('', part));
    for (const { from, ...redirect } of redirectsOf(archive)) add(from, '/[...alias]', redirect);
    for (const gone of archive.gone) add(gone.path, '/[...gone]', gone);
    for (const page of archive.pages.values()) if (page.id !== 'about') add(`/${page.id}/`, '/[page]', page);
    for (const { name } of listSitemap(archive, addresses)) add(`/sitemap-${name}.xml`, '/sitemap-[part].xml', everything);
    return planned;
  };
  return { name: 'whole', key: digest([everything, archive.gone, archive.releasedLists, emptied.map(({ place }) => place.self)]), pages };
}

/** Pages of every year: its articles, its lists, and what programs read of it. */
function planYears(archive: Archive, addresses: Addresses, shown: Shown, former: Former): PageGroup[] {
  const { card, cards, source, title, entries, files, labels, feed } = shown;
  const feeds = Map.groupBy(archiveFeedParts(archive).archives, ({ place }) => place.self.slice(1, 5));
  const edges = edgesOfYears(archive, shown);
  const hasCards = archive.articles.length <= archive.facts.articleCards;
  const translated = (article: Article) => archive.translations.get(article.id)?.map(({ id, language }) => [id, language]);
  const inFull = (article: Article): unknown => {
    const { earlier, later, sameDay, sameTopic, sameSource } = relatedTo(archive, article);
    const more = [cards(sameDay), sameTopic && [sameTopic.topic, cards(sameTopic.articles)], cards(sameSource)];
    const named = [source(article.source), article.via.map(source), article.topics.map(title)];
    return [article.digest, article.language, hasCards, named, translated(article), earlier && card(earlier), later && card(later), more, former(article)];
  };
  return [...archive.byYear].map(([year, members]): PageGroup => {
    const pages = () => {
      const { add, planned } = pageList();
      const addList = (periods: ReadonlyMap<string, readonly Article[]>, period: string, route: string) =>
        add(datePath(period), route, [periodsBeside(periods, period), cards(periods.get(period))]);
      for (const article of members) add(articlePath(article.id), '/[year]/[month]/[day]/[slug]', inFull(article));
      addList(archive.byYear, year, '/[year]');
      for (const month of monthsOf(archive, year).keys()) {
        addList(archive.byMonth, month, '/[year]/[month]');
        for (const day of daysOf(archive, month).keys()) addList(archive.byDay, day, '/[year]/[month]/[day]');
      }
      for (const part of feeds.get(year) ?? []) add(part.place.self, '/[year]/[month]/[feed].xml', feed('', part));
      for (const { path, articles } of dataParts(year, members)) add(path, '/data/[part].jsonl', entries(articles));
      for (const { name, entries: listed } of yearSitemaps(archive, addresses, year)) add(`/sitemap-${name}.xml`, '/sitemap-[part].xml', listed());
      return planned;
    };
    const versions = members.map(former);
    const key = [
      files(members),
      labels,
      hasCards,
      edges.get(year),
      archive.translations.size > 0 && members.map(translated),
      versions.map((each, at) => (each.length > 0 ? [at, each] : 0)).filter((each) => each !== 0),
      feeds.get(year)?.map(({ place }) => place),
    ];
    return { name: year, key: digest(key), pages };
  });
}

/** What pages of a year may show of articles that are not of it: the nearest before and after, in the archive and on every shelf. */
function edgesOfYears({ articles, byYear, bySource, byTopic }: Archive, { files }: Shown): Map<string, string> {
  const edges = new Map<string, string>();
  const look = (name: string, { articles: all, byYear: years }: Shelf) => {
    let at = 0;
    for (const [year, { length }] of years) {
      const [before, after] = [all.slice(Math.max(0, at - REACH), at), all.slice(at + length, at + length + REACH)];
      edges.set(year, `${edges.get(year) ?? ''}${name}\n${files(before)}\n${files(after)}\n`);
      at += length;
    }
  };
  look('', { articles, byYear });
  for (const [id, shelf] of bySource) look(sourcePath(id), shelf);
  for (const [id, shelf] of byTopic) look(topicPath(id), shelf);
  return edges;
}

/** Pages and feeds of every source and topic. */
function planShelves(archive: Archive, { cards, source, topic, files, labels, feed }: Shown): PageGroup[] {
  const plan = (kind: 'sources' | 'topics', id: string, shelf: Shelf | undefined, describe: string, pathOf: typeof sourcePath): PageGroup => {
    const citing = kind === 'sources' ? archive.byVia.get(id) : undefined;
    const { current, archives } = shelfFeedParts(archive, kind, id);
    const emptied = archives.filter(({ articles }) => articles.length === 0).map(({ place }) => place.self);
    const pages = () => {
      const { add, planned } = pageList();
      add(pathOf(id), `/${kind}/[id]`, [describe, cards(shelf?.articles), citing && cards(citing)]);
      for (const file of FEED_FILES) add(pathOf(id) + file, `/${kind}/[id]/${file}`, feed(describe, current));
      for (const part of archives) add(part.place.self, `/${kind}/[id]/[year]/[feed].xml`, feed(describe, part));
      for (const { params } of yearsOfLarge(new Map(shelf && [[id, shelf]]))) {
        add(pathOf(id, params.year), `/${kind}/[id]/[year]`, [describe, cards(shelf?.byYear.get(params.year))]);
      }
      return planned;
    };
    return { name: pathOf(id), key: digest([describe, labels, files(shelf?.articles), citing && files(citing), emptied]), pages };
  };
  return [
    ...[...archive.sources.keys()].map((id) => plan('sources', id, archive.bySource.get(id), source(id), sourcePath)),
    ...[...archive.topics.keys()].map((id) => plan('topics', id, archive.byTopic.get(id), topic(id), topicPath)),
  ];
}

/** Path of a page's file below the output folder. */
export function fileOf(path: string): string {
  if (path === '/404/') return '404.html';
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

function pageList() {
  const planned: PlannedPage[] = [];
  return { planned, add: (path: string, route: string, shown: unknown) => void planned.push({ path, route, key: digest(shown) }) };
}

function digest(shown: unknown): string {
  return hash('sha256', JSON.stringify(shown), 'base64url');
}
