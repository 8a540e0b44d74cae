import type { Archive } from '../archive/archive.ts';
import { lastChanged, lastChangedOf, topicOf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { toRfc3339 } from '../archive/dates.ts';
import type { FeedPlace } from '../archive/feed-parts.ts';
import { type Addresses, articlePath, lastingPath } from '../archive/permalink.ts';
import { webAddress } from '../archive/web-address.ts';
import { entryId } from './entry-id.ts';
import { authorsOf, type Feed, type FeedContext, saltOf, summaryOf } from './feed.ts';
import { x, xmlDocument } from './xml.ts';

/**
 * A feed in Atom (RFC 4287), or one of its archived documents (RFC 5005). Without an article it was last changed at
 * the beginning of time, for want of a clock.
 */
export function atomFeed(feed: Feed, { archive, addresses }: FeedContext): string {
  const { facts } = archive;
  const salt = saltOf(archive);
  const self = feed.place.kind === 'archive' ? feed.place.self : `${feed.path}feed.xml`;
  const tree = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:fh': 'http://purl.org/syndication/history/1.0', 'xml:lang': facts.language }, [
    // The documents of one feed share its id.
    x('id', entryId(salt, `feed ${feed.path}`)),
    x('title', feed.title),
    ...(feed.description === undefined ? [] : [x('subtitle', feed.description)]),
    x('updated', toRfc3339(lastChangedOf(feed.articles) ?? '1970-01-01')),
    x('link', { rel: 'self', type: 'application/atom+xml', href: addresses.absolute(self) }),
    x('link', { rel: 'alternate', type: 'text/html', href: addresses.absolute(feed.path) }),
    ...placeOf(feed.place, feed.path, addresses),
    x('author', [x('name', facts.publisher ?? facts.title)]),
    ...(facts.rights === undefined ? [] : [x('rights', facts.rights)]),
    x('generator', 'Stet'),
    ...feed.articles.toReversed().map((article) => atomEntry(article, archive, addresses, salt)),
  ]);
  return xmlDocument(tree);
}

function placeOf(place: FeedPlace, path: string, { absolute }: Addresses) {
  const link = (rel: string, to: string | undefined) => (to === undefined ? [] : [x('link', { rel, type: 'application/atom+xml', href: absolute(to) })]);
  if (place.kind === 'complete') return [x('fh:complete')];
  if (place.kind === 'current') return link('prev-archive', place.previous);
  return [x('fh:archive'), ...link('current', `${path}feed.xml`), ...link('prev-archive', place.previous), ...link('next-archive', place.next)];
}

function atomEntry(article: Article, archive: Archive, addresses: Addresses, salt: string) {
  return x('entry', { 'xml:lang': article.language }, [
    x('id', entryId(salt, lastingPath(article))),
    x('title', article.title),
    x('link', { rel: 'alternate', type: 'text/html', href: addresses.absolute(articlePath(article.id)) }),
    ...(article.sourceUrl === undefined ? [] : [x('link', { rel: 'via', href: new URL(webAddress(article.sourceUrl)).href })]),
    x('published', toRfc3339(article.date)),
    x('updated', toRfc3339(lastChanged(article))),
    ...authorsOf(article, archive).map((name) => x('author', [x('name', name)])),
    ...article.topics.map((id) => x('category', { term: id, label: topicOf(archive, id).title })),
    ...(article.rights === undefined ? [] : [x('rights', article.rights)]),
    x('summary', summaryOf(article)),
  ]);
}
