import type { Article } from './article.ts';

/** At least so many articles are in a feed, where there are as many. */
export const FEED_LENGTH = 50;

/** Up to so many articles a feed holds all of them; more go on into documents of at most as many. */
export const FEED_PART = 200;

/** Place of a document among those that make up one feed (RFC 5005); paths of the others. */
export type FeedPlace =
  | { kind: 'complete' }
  | { kind: 'current'; previous: string | undefined }
  | { kind: 'archive'; self: string; previous: string | undefined; next: string | undefined };

/** One document of a feed. */
export interface FeedPart {
  place: FeedPlace;
  /** Oldest first. */
  articles: readonly Article[];
}

/** The documents of one feed: the one that readers subscribe to, and the archived ones, oldest first. */
export interface FeedParts {
  current: FeedPart;
  archives: readonly (FeedPart & { place: { kind: 'archive' } })[];
}

/**
 * Divides a feed so that what is archived stays as it is: by periods of its own, a year or a month, and a long
 * one into parts of `FEED_PART` from its oldest on. Of the newest period, which is not over, only full parts are
 * archived; so a reader who has fetched one has it for good, unless an article of that period is added or mended.
 * @param articles all of them, oldest first.
 * @param periods the same by period, from old to new.
 */
export function feedParts(articles: readonly Article[], periods: ReadonlyMap<string, readonly Article[]>, pathOf: (period: string) => string): FeedParts {
  if (articles.length <= FEED_PART) return { current: { place: { kind: 'complete' }, articles }, archives: [] };
  const parts: { path: string; articles: readonly Article[] }[] = [];
  const last = [...periods.keys()].at(-1);
  let archived = 0;
  for (const [period, members] of periods) {
    const end = period === last ? members.length - (members.length % FEED_PART) : members.length;
    for (let from = 0; from < end; from += FEED_PART) {
      parts.push({ path: `${pathOf(period)}feed${from === 0 ? '' : `-${from / FEED_PART + 1}`}.xml`, articles: members.slice(from, from + FEED_PART) });
    }
    archived += end;
  }
  return {
    current: { place: { kind: 'current', previous: parts.at(-1)?.path }, articles: articles.slice(Math.min(archived, articles.length - FEED_LENGTH)) },
    archives: parts.map((part, at) => ({
      place: { kind: 'archive', self: part.path, previous: parts[at - 1]?.path, next: parts[at + 1]?.path },
      articles: part.articles,
    })),
  };
}
