import type { APIRoute } from 'astro';
import { atomFeed, type Feed } from '../../../formats/feed.ts';
import { textResponse, topicFeeds } from '../../../site/feeds.ts';
import { getSite } from '../../../site/site.ts';

export const getStaticPaths = topicFeeds;

/** The newest articles of a topic. */
export const GET: APIRoute<{ feed: Feed }> = async ({ props }) => {
  const site = await getSite();
  return textResponse(atomFeed(props.feed, { archive: site.archive, addresses: site }), 'application/atom+xml');
};
