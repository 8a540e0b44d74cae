import type { APIRoute } from 'astro';
import { sourceDescription } from '../../formats/resource-sync.ts';
import { textResponse } from '../../site/feeds.ts';
import { getSite } from '../../site/site.ts';

/** Where ResourceSync begins. */
export const GET: APIRoute = async () => textResponse(sourceDescription(await getSite()), 'application/xml');
