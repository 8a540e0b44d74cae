import { hash } from 'node:crypto';
import { type Archive, sourceOf, topicOf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import type { FeedPart, FeedParts } from '../archive/feed-parts.ts';
import { type Addresses, articlePath, datePath, sourcePath, topicPath } from '../archive/permalink.ts';
import { relatedTo } from '../archive/related.ts';
import { hasStaticRepository, OAI_PATH } from '../formats/oai-static.ts';
import { descriptionPath, latestChanges, SYNC_PATHS } from '../formats/resource-sync.ts';
import { planCards } from './cards.ts';
import { yearsOfLarge } from './counted.ts';
import { archiveFeedParts, FEED_FILES, shelfFeedParts } from './feed-documents.ts';
import { periodsBeside } from './periods.ts';
import { redirectsOf } from './redirects.ts';
import { sitemapParts } from './sitemap-parts.ts';

/** A page or other file that is rendered, and what decides whether it has changed. */
export interface PlannedPage {
  /** Its path in the archive, decoded: `/2020/03/`, `/feed.xml`; `/404/` for the page of what is not there. */
  path: string;
  /** Astro's route for it: `/[year]/[month]`. */
  route: string;
  /** Digest of all that it shows, but for what is the same on every page (template, facts of the archive, address). */
  key: string;
}

/** Shown by pages that tell of the whole archive, so any change may be one of theirs. */
const WHOLE = ['/', '/sources/', '/topics/', '/about/', '/search/', '/404/', '/sitemap-index.xml', '/opensearch.xml', '/robots.txt', '/llms.txt'];

/**
 * Every page of the site, with the digest of what it shows. A page that shows something new must say so
 * here, else it would not be rendered again when that changes.
 * @param former what an article's page shows of earlier versions of its text.
 */
export function planPages(archive: Archive, addresses: Addresses, former: (article: Article) => unknown): PlannedPage[] {
  const pages: PlannedPage[] = [];
  const add = (path: string, route: string, shown: unknown) => pages.push({ path, route, key: digest(shown) });
  const { card, cards, source, topic, title, entries } = digests(archive);

  const addFeed = (route: string, path: string, head: unknown, { current, archives }: FeedParts, archivedRoute: string) => {
    const shown = ({ place, articles }: FeedPart) => [head, place, entries(articles)];
    for (const file of FEED_FILES) add(path + file, route + file, shown(current));
    for (const part of archives) add(part.place.self, archivedRoute, shown(part));
  };

  const articles = archive.articles.map((article) => [article.id, article.digest]);
  const everything = digest([articles, [...archive.sources.values()], [...archive.topics.values()], [...archive.pages.values()]]);
  for (const path of WHOLE) add(path, path === '/' ? path : path.replace(/\/$/, ''), everything);

  const description = descriptionPath(addresses);
  add(description, description.startsWith('/.') ? description : '/resourcesync/[list].xml', '');
  add(SYNC_PATHS.capabilities, '/resourcesync/[list].xml', '');
  add(SYNC_PATHS.changes, '/resourcesync/[list].xml', latestChanges(archive));
  if (hasStaticRepository(archive)) add(OAI_PATH, '/[oai].xml', everything);
  for (const { path, words } of planCards(archive, addresses)) add(path, '/cards/[...card].png', words);
  addFeed('/', '/', '', archiveFeedParts(archive), '/[year]/[month]/[feed].xml');

  for (const article of archive.articles) {
    const { earlier, later, sameDay, sameTopic, sameSource } = relatedTo(archive, article);
    const more = [cards(sameDay), sameTopic && [sameTopic.topic, cards(sameTopic.articles)], cards(sameSource)];
    const named = [source(article.source), article.via.map(source), article.topics.map(title)];
    add(articlePath(article.id), '/[year]/[month]/[day]/[slug]', [
      article.digest,
      article.language,
      archive.articles.length <= archive.facts.articleCards,
      named,
      archive.translations.get(article.id)?.map(({ id, language }) => [id, language]),
      earlier && card(earlier),
      later && card(later),
      more,
      former(article),
    ]);
  }
  for (const { from, ...redirect } of redirectsOf(archive)) add(from, '/[...alias]', redirect);
  for (const gone of archive.gone) add(gone.path, '/[...gone]', gone);
  for (const [year, members] of archive.byYear) add(`/data/${year}.jsonl`, '/data/[year].jsonl', entries(members));
  for (const [periods, route] of [
    [archive.byYear, '/[year]'],
    [archive.byMonth, '/[year]/[month]'],
    [archive.byDay, '/[year]/[month]/[day]'],
  ] as const) {
    for (const [period, members] of periods) add(datePath(period), route, [periodsBeside(periods, period), cards(members)]);
  }
  for (const [kind, ids, shelves, describe, pathOf] of [
    ['sources', archive.sources.keys(), archive.bySource, source, sourcePath],
    ['topics', archive.topics.keys(), archive.byTopic, topic, topicPath],
  ] as const) {
    for (const id of ids) {
      const all = shelves.get(id)?.articles;
      add(pathOf(id), `/${kind}/[id]`, [describe(id), cards(all), kind === 'sources' && cards(archive.byVia.get(id))]);
      addFeed(
        `/${kind}/[id]/`,
        pathOf(id),
        describe(id),
        shelfFeedParts(shelves.get(id), (year) => pathOf(id, year)),
        `/${kind}/[id]/[year]/[feed].xml`,
      );
    }
    for (const { params } of yearsOfLarge(shelves)) {
      add(pathOf(params.id, params.year), `/${kind}/[id]/[year]`, [describe(params.id), cards(shelves.get(params.id)?.byYear.get(params.year))]);
    }
  }
  for (const page of archive.pages.values()) if (page.id !== 'about') add(`/${page.id}/`, '/[page]', page);
  for (const { name, entries: listed } of sitemapParts(archive, addresses)) add(`/sitemap-${name}.xml`, '/sitemap-[part].xml', listed);
  return pages;
}

/** Path of a page's file below the output folder. */
export function fileOf(path: string): string {
  if (path === '/404/') return '404.html';
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

function digest(shown: unknown): string {
  return hash('sha256', JSON.stringify(shown), 'base64url');
}

/** Digests of what pages show of an article, a source or a topic, each made once. */
function digests(archive: Archive) {
  const once = <Key>(make: (key: Key) => unknown) => {
    const made = new Map<Key, string>();
    return (key: Key): string => {
      let value = made.get(key);
      if (value === undefined) {
        value = digest(make(key));
        made.set(key, value);
      }
      return value;
    };
  };
  const narrower = new Map<string, string[]>();
  for (const { id, title, broader } of archive.topics.values()) {
    if (broader !== undefined) narrower.set(broader, [...(narrower.get(broader) ?? []), id, title]);
  }
  const title = (id: string) => topicOf(archive, id).title;
  const source = once((id: string) => sourceOf(archive, id));
  // With the topics above and below it.
  const topic = once((id: string) => {
    const own = topicOf(archive, id);
    const above = own.broader === undefined ? undefined : archive.topics.get(own.broader);
    return [own, above?.id, above?.title, narrower.get(id)];
  });
  /** What a list shows of an article. */
  const card = once(({ id, title: headline, deck, excerpt, day, language, authors, source: by }: Article) => [
    id,
    headline,
    deck ?? excerpt,
    day,
    language,
    authors,
    sourceOf(archive, by).name,
  ]);
  /** What a feed tells of an article. */
  const entry = once((article: Article) => [article.digest, article.language, article.first, source(article.source), article.topics.map(title)]);
  return {
    source,
    topic,
    card,
    title,
    cards: (list: readonly Article[] = []) => list.map(card),
    entries: (list: readonly Article[] = []) => list.map(entry),
  };
}
