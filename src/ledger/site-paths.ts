import type { Ledger, Place } from './ledger.ts';

/** What a release is to have beside articles. */
export interface SiteNames {
  sources: ReadonlySet<string>;
  /** Ids of pages in `pages/`. */
  pages: ReadonlySet<string>;
  /** Paths of which the publisher says why nothing stands there any more, and earlier addresses of articles. */
  elsewhere(path: string): boolean;
  /** Whether the site itself has something at a path, whatever the content. */
  isOwn(path: string): boolean;
}

/** Lists by date; where none is left, the one above leads on. */
const DATE = /^\/\d{4}\/(?:\d{2}\/){0,2}$/;

/** An archived document of a feed: of a month, or of a year of a source or topic. */
export const ARCHIVED_FEED = /^\/(?:\d{4}\/\d{2}|(?:sources|topics)\/[^/]+\/\d{4})\/feed(?:-\d+)?\.xml$/;

/** Paths of sources and pages that were released and would be no more. Lists of dates and topics stay by themselves. */
export function lostPaths(ledger: Ledger, { sources, pages, elsewhere, isOwn }: SiteNames): { path: string; since: string; place: Place }[] {
  return [...ledger.site].flatMap(([path, { since, place }]) => {
    const [, first = '', second = ''] = path.split('/');
    if (DATE.test(path) || first === 'topics') return [];
    const isThere = first === 'sources' && second !== '' ? sources.has(second) : isOwn(path) || pages.has(first);
    return isThere || elsewhere(path) ? [] : [{ path, since, place }];
  });
}

/** The list that leads on where one is empty: a day's month, a month's year, a source's or topic's own page for a year of it. */
export function listAbove(path: string): string {
  return path.replace(/[^/]+\/$/, '');
}

/** Archived documents of feeds that were released (RFC 5005); articles may have gone from some. */
export function releasedFeeds(ledger: Ledger): string[] {
  return [...ledger.site.keys()].filter((path) => ARCHIVED_FEED.test(path));
}

/** Ids of topics that were released, so that their pages and feeds stay when no article has them any more. */
export function releasedTopics(ledger: Ledger): string[] {
  return [...ledger.site.keys()].flatMap((path) => /^\/topics\/([^/]+)\/$/.exec(path)?.[1] ?? []);
}

/** Lists that may be empty some day: those of dates, and of years of sources and topics. */
export function releasedLists(ledger: Ledger): string[] {
  return [...ledger.site.keys()].filter((path) => DATE.test(path) || /^\/(?:sources|topics)\/[^/]+\/\d{4}\/$/.test(path));
}
