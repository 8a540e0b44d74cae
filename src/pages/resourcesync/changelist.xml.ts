import type { APIRoute } from 'astro';
import { changeList, latestChanges } from '../../formats/resource-sync.ts';
import { textResponse } from '../../site/feeds.ts';
import { getSite } from '../../site/site.ts';

/** What has changed of late. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  return textResponse(changeList(latestChanges(site.archive), site), 'application/xml');
};
