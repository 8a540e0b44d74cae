import type { APIRoute } from 'astro';
import { textResponse } from '../site/feeds.ts';
import { getSite } from '../site/site.ts';

/** Everything may be read; the sitemap says what there is. */
export const GET: APIRoute = async () => {
  const { absolute } = await getSite();
  return textResponse(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap-index.xml')}\n`, 'text/plain');
};
