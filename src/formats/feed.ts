import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Archive } from '../archive/archive.ts';
import { lastChanged, lastChangedOf, sourceOf, topicOf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { toRfc3339 } from '../archive/dates.ts';
import { type Addresses, articlePath, lastingPath } from '../archive/permalink.ts';
import { webAddress } from '../archive/web-address.ts';
import { entryId } from './entry-id.ts';

/** How many articles a feed holds. */
export const FEED_LENGTH = 50;

/** One feed: the newest articles of the archive, a source or a topic. */
export interface Feed {
  title: string;
  description?: string;
  /** Path of the page that it goes with: `/`, `/sources/ID/`, `/topics/ID/`. */
  path: string;
  /** All its articles, oldest first; the newest are taken. */
  articles: readonly Article[];
}

/** What feeds must know of the site. */
export interface FeedContext {
  archive: Archive;
  addresses: Addresses;
}

/** A feed in Atom (RFC 4287). A feed without an article was last changed at the beginning of time, for want of a clock. */
export function atomFeed(feed: Feed, { archive, addresses }: FeedContext): string {
  const { facts } = archive;
  const salt = facts.id ?? facts.title;
  const newest = feed.articles.slice(-FEED_LENGTH).reverse();
  const page = addresses.absolute(feed.path);
  const tree = x(null, [
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': facts.language }, [
      x('id', entryId(salt, `feed ${feed.path}`)),
      x('title', feed.title),
      ...(feed.description === undefined ? [] : [x('subtitle', feed.description)]),
      x('updated', toRfc3339(lastChangedOf(newest) ?? '1970-01-01')),
      x('link', { rel: 'self', type: 'application/atom+xml', href: addresses.absolute(`${feed.path}feed.xml`) }),
      x('link', { rel: 'alternate', type: 'text/html', href: page }),
      x('author', [x('name', facts.publisher ?? facts.title)]),
      ...(facts.rights === undefined ? [] : [x('rights', facts.rights)]),
      x('generator', 'Stet'),
      ...newest.map((article) => atomEntry(article, archive, addresses, salt)),
    ]),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(tree)}\n`;
}

function atomEntry(article: Article, archive: Archive, addresses: Addresses, salt: string) {
  const source = sourceOf(archive, article.source);
  const authors = article.authors.length > 0 ? article.authors : [source.name];
  return x('entry', { 'xml:lang': article.language }, [
    x('id', entryId(salt, lastingPath(article))),
    x('title', article.title),
    x('link', { rel: 'alternate', type: 'text/html', href: addresses.absolute(articlePath(article.id)) }),
    ...(article.sourceUrl === undefined ? [] : [x('link', { rel: 'via', href: new URL(webAddress(article.sourceUrl)).href })]),
    x('published', toRfc3339(article.date)),
    x('updated', toRfc3339(lastChanged(article))),
    ...authors.map((name) => x('author', [x('name', name)])),
    ...article.topics.map((id) => x('category', { term: id, label: topicOf(archive, id).title })),
    ...(article.rights === undefined ? [] : [x('rights', article.rights)]),
    x('summary', summaryOf(article)),
  ]);
}

/** A feed in JSON Feed 1.1. */
export function jsonFeed(feed: Feed, { archive, addresses }: FeedContext): string {
  const { facts } = archive;
  const salt = facts.id ?? facts.title;
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    language: facts.language,
    home_page_url: addresses.absolute(feed.path),
    feed_url: addresses.absolute(`${feed.path}feed.json`),
    authors: [{ name: facts.publisher ?? facts.title, url: addresses.absolute('/') }],
    items: feed.articles
      .slice(-FEED_LENGTH)
      .reverse()
      .map((article) => ({
        id: entryId(salt, lastingPath(article)),
        url: addresses.absolute(articlePath(article.id)),
        external_url: article.sourceUrl === undefined ? undefined : webAddress(article.sourceUrl),
        title: article.title,
        content_text: summaryOf(article),
        date_published: toRfc3339(article.date),
        date_modified: toRfc3339(lastChanged(article)),
        authors: (article.authors.length > 0 ? article.authors : [sourceOf(archive, article.source).name]).map((name) => ({ name })),
        tags: article.topics.map((id) => topicOf(archive, id).title),
        language: article.language,
      })),
  })}\n`;
}

function summaryOf(article: Article): string {
  return article.deck ?? article.excerpt;
}
