import type { Archive, Shelf } from '../archive/archive.ts';
import { type FeedParts, feedParts } from '../archive/feed-parts.ts';
import { datePath } from '../archive/permalink.ts';

/** Formats of feeds, and their files beside the page that a feed goes with. */
export const FEED_FILES = ['feed.xml', 'rss.xml', 'feed.json'] as const;

/** Documents of the archive's feed; it goes on by month. */
export function archiveFeedParts({ articles, byMonth }: Archive): FeedParts {
  return feedParts(articles, byMonth, datePath);
}

/** Documents of the feed of a source or topic; it goes on by year, as its pages do. */
export function shelfFeedParts(shelf: Shelf | undefined, yearPath: (year: string) => string): FeedParts {
  return feedParts(shelf?.articles ?? [], shelf?.byYear ?? new Map(), yearPath);
}
