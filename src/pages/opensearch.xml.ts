import type { APIRoute } from 'astro';
import { openSearch } from '../formats/opensearch.ts';
import { textResponse } from '../site/feeds.ts';
import { getSite } from '../site/site.ts';

/** Lets browsers add the archive's search. */
export const GET: APIRoute = async () => {
  const { archive, absolute } = await getSite();
  return textResponse(openSearch(archive.facts.title, archive.facts.description, absolute('/search/')), 'application/opensearchdescription+xml');
};
