import type { APIRoute, GetStaticPaths } from 'astro';
import { SYNC_PATHS } from '../formats/resource-sync.ts';
import { sitemap } from '../formats/sitemap.ts';
import { textResponse } from '../site/feeds.ts';
import { getSite } from '../site/site.ts';
import { type SitemapPart, sitemapParts } from '../site/sitemap-parts.ts';

export const getStaticPaths = (async () => {
  const site = await getSite();
  return sitemapParts(site.archive, site)
    .filter(({ name }) => site.wants(`/sitemap-${name}.xml`))
    .map((part) => ({ params: { part: part.name }, props: { part } }));
}) satisfies GetStaticPaths;

/** One sitemap: the lists, or the articles of a year. */
export const GET: APIRoute<{ part: SitemapPart }> = async ({ props: { part } }) => {
  const { absolute } = await getSite();
  const place = { up: absolute(SYNC_PATHS.capabilities), index: absolute(SYNC_PATHS.resources), changed: part.changed() };
  return textResponse(sitemap(part.entries(), place), 'application/xml');
};
