import type { APIRoute } from 'astro';
import { lastChangedOf } from '../archive/archive.ts';
import { SYNC_PATHS } from '../formats/resource-sync.ts';
import { sitemapIndex } from '../formats/sitemap.ts';
import { textResponse } from '../site/feeds.ts';
import { getSite } from '../site/site.ts';
import { sitemapParts } from '../site/sitemap-parts.ts';

/** The list of the archive's sitemaps. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  const parts = sitemapParts(site.archive, site);
  const place = { up: site.absolute(SYNC_PATHS.capabilities), changed: lastChangedOf(site.archive.articles) };
  const entries = parts.map(({ name, changed }) => ({ url: site.absolute(`/sitemap-${name}.xml`), changed: changed() }));
  return textResponse(sitemapIndex(entries, place), 'application/xml');
};
