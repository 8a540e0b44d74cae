import type { Archive } from '../archive/archive.ts';
import { type FeedParts, feedParts } from '../archive/feed-parts.ts';
import { datePath, sourcePath, topicPath } from '../archive/permalink.ts';

/** Formats of feeds, and their files beside the page that a feed goes with. */
export const FEED_FILES = ['feed.xml', 'rss.xml', 'feed.json'] as const;

/** Documents of the archive's feed; it goes on by month. */
export function archiveFeedParts({ articles, byMonth, releasedFeeds }: Archive): FeedParts {
  return withReleased(feedParts(articles, byMonth, datePath), releasedFeeds.get('/'));
}

/** Documents of the feed of a source or topic; it goes on by year, as its pages do. */
export function shelfFeedParts(archive: Archive, kind: 'sources' | 'topics', id: string): FeedParts {
  const shelf = (kind === 'sources' ? archive.bySource : archive.byTopic).get(id);
  const pathOf = kind === 'sources' ? sourcePath : topicPath;
  const parts = feedParts(shelf?.articles ?? [], shelf?.byYear ?? new Map(), (year) => pathOf(id, year));
  return withReleased(parts, archive.releasedFeeds.get(pathOf(id)));
}

/**
 * Adds documents that were released and have lost all their articles. They stay, without an entry, and lead to the
 * feed; the others do not lead to them.
 */
function withReleased({ current, archives }: FeedParts, released: readonly string[] = []): FeedParts {
  const there = new Set(archives.map(({ place }) => place.self));
  const emptied = released.filter((self) => !there.has(self));
  return {
    current,
    archives: [...emptied.map((self) => ({ place: { kind: 'archive' as const, self, previous: undefined, next: undefined }, articles: [] })), ...archives],
  };
}
