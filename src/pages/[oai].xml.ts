import type { APIRoute, GetStaticPaths } from 'astro';
import { hasStaticRepository, OAI_PATH, staticRepository } from '../formats/oai-static.ts';
import { textResponse } from '../site/feeds.ts';
import { getSite } from '../site/site.ts';

export const getStaticPaths = (async () => {
  const { archive, wants } = await getSite();
  return hasStaticRepository(archive) && wants(OAI_PATH) ? [{ params: { oai: 'oai' } }] : [];
}) satisfies GetStaticPaths;

/** What OAI-PMH harvesters are told, by way of a gateway. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  return textResponse(staticRepository(site.archive, site), 'text/xml');
};
