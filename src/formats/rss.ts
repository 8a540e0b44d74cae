import { lastChangedOf, topicOf } from '../archive/archive.ts';
import { toRfc822 } from '../archive/dates.ts';
import { articlePath, lastingPath } from '../archive/permalink.ts';
import { entryId } from './entry-id.ts';
import { authorsOf, type Feed, type FeedContext, saltOf, summaryOf } from './feed.ts';
import { x, xmlDocument } from './xml.ts';

/** A feed in RSS 2.0, for programs that read nothing newer; Atom says more. */
export function rssFeed(feed: Feed, { archive, addresses }: FeedContext): string {
  const { facts } = archive;
  const salt = saltOf(archive);
  const changed = lastChangedOf(feed.articles);
  const tree = x('rss', { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    x('channel', [
      x('title', feed.title),
      x('link', addresses.absolute(feed.path)),
      // A description is required; where nobody wrote one, the name is all that is known.
      x('description', feed.description ?? feed.title),
      x('language', facts.language),
      ...(facts.rights === undefined ? [] : [x('copyright', facts.rights)]),
      ...(changed === undefined ? [] : [x('lastBuildDate', toRfc822(changed))]),
      x('generator', 'Stet'),
      x('atom:link', { rel: 'self', type: 'application/rss+xml', href: addresses.absolute(`${feed.path}rss.xml`) }),
      ...feed.articles
        .toReversed()
        .map((article) =>
          x('item', [
            x('title', article.title),
            x('link', addresses.absolute(articlePath(article.id))),
            x('guid', { isPermaLink: 'false' }, entryId(salt, lastingPath(article))),
            x('pubDate', toRfc822(article.date)),
            ...authorsOf(article, archive).map((name) => x('dc:creator', name)),
            ...article.topics.map((id) => x('category', topicOf(archive, id).title)),
            x('description', escapeHtml(summaryOf(article))),
          ]),
        ),
    ]),
  ]);
  return xmlDocument(tree);
}

// RSS takes a description for HTML, and has no way to say that it is not.
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
