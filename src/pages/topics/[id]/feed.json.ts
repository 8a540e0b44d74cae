import type { APIRoute } from 'astro';
import { type Feed, jsonFeed } from '../../../formats/feed.ts';
import { textResponse, topicFeeds } from '../../../site/feeds.ts';
import { getSite } from '../../../site/site.ts';

export const getStaticPaths = topicFeeds;

/** The newest articles of a topic. */
export const GET: APIRoute<{ feed: Feed }> = async ({ props }) => {
  const site = await getSite();
  return textResponse(jsonFeed(props.feed, { archive: site.archive, addresses: site }), 'application/feed+json');
};
