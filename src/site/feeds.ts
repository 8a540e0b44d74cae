import type { GetStaticPaths } from 'astro';
import type { Archive } from '../archive/archive.ts';
import { sourcePath, topicPath } from '../archive/permalink.ts';
import { atomFeed } from '../formats/atom.ts';
import type { Feed, FeedContext } from '../formats/feed.ts';
import { jsonFeed } from '../formats/json-feed.ts';
import { rssFeed } from '../formats/rss.ts';
import { archiveFeedParts, FEED_FILES, shelfFeedParts } from './feed-documents.ts';
import { getSite, type Site } from './site.ts';

/** A feed of the whole archive, a source or a topic: what it is called, and its documents. */
type Head = Pick<Feed, 'title' | 'description' | 'path'>;

function headOf({ facts, sources, topics }: Archive, kind: 'sources' | 'topics', id: string): Head {
  const own = kind === 'sources' ? sources.get(id) : topics.get(id);
  const name = own === undefined ? id : 'name' in own ? own.name : own.title;
  return { title: `${name} in ${facts.title}`, description: own?.description, path: pathOf(kind, id) };
}

function pathOf(kind: 'sources' | 'topics', id: string, year?: string): string {
  return kind === 'sources' ? sourcePath(id, year) : topicPath(id, year);
}

/** The feed of the whole archive. */
export function archiveFeed({ archive }: Site): Feed {
  const { title, description } = archive.facts;
  return { title, description, path: '/', ...archiveFeedParts(archive).current };
}

/** Static paths of the feeds of all sources or topics; each has its feed among its props. */
export function shelfFeeds(kind: 'sources' | 'topics'): GetStaticPaths {
  return async () => {
    const { archive, wants } = await getSite();
    return [...archive[kind].keys()]
      .filter((id) => FEED_FILES.some((file) => wants(pathOf(kind, id) + file)))
      .map((id) => {
        const { current } = shelfFeedParts(archive, kind, id);
        return { params: { id }, props: { feed: { ...headOf(archive, kind, id), ...current } satisfies Feed } };
      });
  };
}

/** Static paths of the archived documents of the feeds of sources or topics. */
export function archivedShelfFeeds(kind: 'sources' | 'topics'): GetStaticPaths {
  return async () => {
    const { archive, wants } = await getSite();
    return [...archive[kind].keys()].flatMap((id) =>
      shelfFeedParts(archive, kind, id)
        .archives.filter(({ place }) => wants(place.self))
        .map((part) => {
          const [year, feed] = part.place.self
            .slice(pathOf(kind, id).length)
            .replace(/\.xml$/, '')
            .split('/');
          return { params: { id, year, feed }, props: { feed: { ...headOf(archive, kind, id), ...part } satisfies Feed } };
        }),
    );
  };
}

/** Static paths of the archived documents of the archive's feed. */
export const archivedFeeds = (async () => {
  const { archive, wants } = await getSite();
  const { title, description } = archive.facts;
  return archiveFeedParts(archive)
    .archives.filter(({ place }) => wants(place.self))
    .map((part) => {
      const [year, month, feed] = part.place.self
        .slice(1)
        .replace(/\.xml$/, '')
        .split('/');
      return { params: { year, month, feed }, props: { feed: { title, description, path: '/', ...part } satisfies Feed } };
    });
}) satisfies GetStaticPaths;

const WRITERS: Record<(typeof FEED_FILES)[number], { write: (feed: Feed, context: FeedContext) => string; type: string }> = {
  'feed.xml': { write: atomFeed, type: 'application/atom+xml' },
  'rss.xml': { write: rssFeed, type: 'application/rss+xml' },
  'feed.json': { write: jsonFeed, type: 'application/feed+json' },
};

/** Answers with a feed in the format of a file. */
export async function feedResponse(feed: Feed | ((site: Site) => Feed), file: (typeof FEED_FILES)[number]): Promise<Response> {
  const site = await getSite();
  const { write, type } = WRITERS[file];
  return textResponse(write(typeof feed === 'function' ? feed(site) : feed, { archive: site.archive, addresses: site }), type);
}

/** Answers with text of a media type. */
export function textResponse(body: string, type: string): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
