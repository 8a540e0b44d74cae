import type { APIRoute, GetStaticPaths } from 'astro';
import type { Article } from '../../archive/article.ts';
import { dataParts } from '../../archive/data-parts.ts';
import { ninjs } from '../../formats/ninjs.ts';
import { textResponse } from '../../site/feeds.ts';
import { getSite } from '../../site/site.ts';

export const getStaticPaths = (async () => {
  const { archive, wants } = await getSite();
  return [...archive.byYear]
    .flatMap(([year, members]) => dataParts(year, members))
    .filter(({ path }) => wants(path))
    .map(({ name, articles }) => ({ params: { part: name }, props: { articles } }));
}) satisfies GetStaticPaths;

/** Articles of a year with their texts, one a line, oldest first. */
export const GET: APIRoute<{ articles: readonly Article[] }> = async ({ props }) => {
  const site = await getSite();
  const lines = props.articles.map((article) => `${JSON.stringify(ninjs(article, site.text(article), { archive: site.archive, addresses: site }))}\n`);
  return textResponse(lines.join(''), 'application/jsonl');
};
