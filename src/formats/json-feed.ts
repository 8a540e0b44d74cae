import { lastChanged, topicOf } from '../archive/archive.ts';
import { toRfc3339 } from '../archive/dates.ts';
import { articlePath, lastingPath } from '../archive/permalink.ts';
import { webAddress } from '../archive/web-address.ts';
import { entryId } from './entry-id.ts';
import { authorsOf, type Feed, type FeedContext, saltOf, summaryOf } from './feed.ts';

/** A feed in JSON Feed 1.1. */
export function jsonFeed(feed: Feed, { archive, addresses }: FeedContext): string {
  const { facts } = archive;
  const salt = saltOf(archive);
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    language: facts.language,
    home_page_url: addresses.absolute(feed.path),
    feed_url: addresses.absolute(`${feed.path}feed.json`),
    authors: [{ name: facts.publisher ?? facts.title, url: addresses.absolute('/') }],
    items: feed.articles.toReversed().map((article) => ({
      id: entryId(salt, lastingPath(article)),
      url: addresses.absolute(articlePath(article.id)),
      external_url: article.sourceUrl === undefined ? undefined : webAddress(article.sourceUrl),
      title: article.title,
      content_text: summaryOf(article),
      date_published: toRfc3339(article.date),
      date_modified: toRfc3339(lastChanged(article)),
      authors: authorsOf(article, archive).map((name) => ({ name })),
      tags: article.topics.map((id) => topicOf(archive, id).title),
      language: article.language,
    })),
  })}\n`;
}
