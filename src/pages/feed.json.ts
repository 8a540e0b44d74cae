import type { APIRoute } from 'astro';
import { archiveFeed, feedResponse } from '../site/feeds.ts';

/** The newest articles of the archive. */
export const GET: APIRoute = () => feedResponse(archiveFeed, 'feed.json');
