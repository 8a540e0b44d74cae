import type { APIRoute } from 'astro';
import { sitemapIndex } from '../formats/sitemap.ts';
import { textResponse } from '../site/feeds.ts';
import { getSite } from '../site/site.ts';
import { sitemapParts } from '../site/sitemap-parts.ts';

/** The list of the archive's sitemaps. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  const parts = sitemapParts(site.archive, site);
  return textResponse(sitemapIndex(parts.map(({ name, changed }) => ({ url: site.absolute(`/sitemap-${name}.xml`), changed }))), 'application/xml');
};
