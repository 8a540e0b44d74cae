import type { APIRoute } from 'astro';
import { llmsTxt } from '../formats/llms-txt.ts';
import { textResponse } from '../site/feeds.ts';
import { getSite } from '../site/site.ts';

/** A guide for language models. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  return textResponse(llmsTxt(site.archive, site), 'text/plain');
};
