import type { APIRoute } from 'astro';
import { type Feed, jsonFeed } from '../../../formats/feed.ts';
import { sourceFeeds, textResponse } from '../../../site/feeds.ts';
import { getSite } from '../../../site/site.ts';

export const getStaticPaths = sourceFeeds;

/** The newest articles of a source. */
export const GET: APIRoute<{ feed: Feed }> = async ({ props }) => {
  const site = await getSite();
  return textResponse(jsonFeed(props.feed, { archive: site.archive, addresses: site }), 'application/feed+json');
};
