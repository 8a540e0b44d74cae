import type { APIRoute } from 'astro';
import { atomFeed, type Feed } from '../../../formats/feed.ts';
import { sourceFeeds, textResponse } from '../../../site/feeds.ts';
import { getSite } from '../../../site/site.ts';

export const getStaticPaths = sourceFeeds;

/** The newest articles of a source. */
export const GET: APIRoute<{ feed: Feed }> = async ({ props }) => {
  const site = await getSite();
  return textResponse(atomFeed(props.feed, { archive: site.archive, addresses: site }), 'application/atom+xml');
};
