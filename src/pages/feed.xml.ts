import type { APIRoute } from 'astro';
import { atomFeed } from '../formats/feed.ts';
import { archiveFeed, textResponse } from '../site/feeds.ts';
import { getSite } from '../site/site.ts';

/** The newest articles of the archive. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  return textResponse(atomFeed(await archiveFeed(), { archive: site.archive, addresses: site }), 'application/atom+xml');
};
