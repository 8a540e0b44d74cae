import type { APIRoute } from 'astro';
import { capabilityList } from '../../formats/resource-sync.ts';
import { textResponse } from '../../site/feeds.ts';
import { getSite } from '../../site/site.ts';

/** Which lists there are for programs that keep a copy of the archive. */
export const GET: APIRoute = async () => textResponse(capabilityList(await getSite()), 'application/xml');
