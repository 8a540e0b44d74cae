import type { APIRoute } from 'astro';
import { descriptionPath, sourceDescription } from '../../formats/resource-sync.ts';
import { textResponse } from '../../site/feeds.ts';
import { getSite } from '../../site/site.ts';

/** Where programs that know only the host look for ResourceSync; nothing where the archive does not begin at the host's root. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  if (!descriptionPath(site).startsWith('/.well-known/')) return new Response(null, { status: 404 });
  return textResponse(sourceDescription(site), 'application/xml');
};
