import type { APIRoute, GetStaticPaths } from 'astro';
import type { Article } from '../../archive/article.ts';
import { ninjs } from '../../formats/ninjs.ts';
import { textResponse } from '../../site/feeds.ts';
import { getSite } from '../../site/site.ts';

export const getStaticPaths = (async () => {
  const { archive, wants } = await getSite();
  return [...archive.byYear].filter(([year]) => wants(`/data/${year}.jsonl`)).map(([year, articles]) => ({ params: { year }, props: { articles } }));
}) satisfies GetStaticPaths;

/** Every article of a year with its text, one a line, oldest first. */
export const GET: APIRoute<{ articles: readonly Article[] }> = async ({ props }) => {
  const site = await getSite();
  const lines = props.articles.map((article) => `${JSON.stringify(ninjs(article, site.text(article), { archive: site.archive, addresses: site }))}\n`);
  return textResponse(lines.join(''), 'application/jsonl');
};
