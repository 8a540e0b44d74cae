import type { GetStaticPaths } from 'astro';
import { sourcePath, topicPath } from '../archive/permalink.ts';
import type { Feed } from '../formats/feed.ts';
import { getSite } from './site.ts';

/** The feed of the whole archive. */
export async function archiveFeed(): Promise<Feed> {
  const { archive } = await getSite();
  return { title: archive.facts.title, description: archive.facts.description, path: '/', articles: archive.articles };
}

/** Static paths of the feeds of all sources; each has its feed among its props. */
export const sourceFeeds = (async () => {
  const { archive, wants } = await getSite();
  return [...archive.sources.values()]
    .filter(({ id }) => wants(`${sourcePath(id)}feed.xml`) || wants(`${sourcePath(id)}feed.json`))
    .map(({ id, name, description }) => {
      const feed: Feed = { title: `${name} in ${archive.facts.title}`, description, path: sourcePath(id), articles: archive.bySource.get(id)?.articles ?? [] };
      return { params: { id }, props: { feed } };
    });
}) satisfies GetStaticPaths;

/** Static paths of the feeds of all topics; each has its feed among its props. */
export const topicFeeds = (async () => {
  const { archive, wants } = await getSite();
  return [...archive.topics.values()]
    .filter(({ id }) => wants(`${topicPath(id)}feed.xml`) || wants(`${topicPath(id)}feed.json`))
    .map(({ id, title, description }) => {
      const feed: Feed = { title: `${title} in ${archive.facts.title}`, description, path: topicPath(id), articles: archive.byTopic.get(id)?.articles ?? [] };
      return { params: { id }, props: { feed } };
    });
}) satisfies GetStaticPaths;

/** Answers with text of a media type. */
export function textResponse(body: string, type: string): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
