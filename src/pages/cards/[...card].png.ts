import type { APIRoute, GetStaticPaths } from 'astro';
import { card } from '../../formats/card.ts';
import { type PlannedCard, planCards } from '../../site/cards.ts';
import { getSite } from '../../site/site.ts';
import { openTypeface } from '../../site/typeface.ts';

export const getStaticPaths = (async () => {
  const site = await getSite();
  return planCards(site.archive, site)
    .filter(({ path }) => site.wants(path))
    .map((planned) => ({ params: { card: planned.path.slice('/cards/'.length, -'.png'.length) }, props: { ...planned } }));
}) satisfies GetStaticPaths;

const typeface = openTypeface();

/** The picture that networks show beside a link. */
export const GET: APIRoute<PlannedCard> = ({ props: { words } }) =>
  new Response(Buffer.from(card(words, typeface)), { headers: { 'Content-Type': 'image/png' } });
