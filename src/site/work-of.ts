import { sourceOf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { articlePath } from '../archive/permalink.ts';
import { webAddress } from '../archive/web-address.ts';
import { coins } from '../formats/coins.ts';
import type { CitedWork } from '../formats/work.ts';
import type { Site } from './site.ts';

/** An article as it is cited. */
export function workOf(article: Article, { source, archive, url }: Pick<CitedWork, 'source' | 'archive' | 'url'>): CitedWork {
  return {
    title: article.title,
    suppliedTitle: article.suppliedTitle,
    authors: article.authors,
    source,
    language: article.language,
    day: article.day,
    inferredDate: article.dateBasis === 'inferred',
    archive,
    url,
    ...(article.sourceUrl !== undefined && { original: webAddress(article.sourceUrl) }),
  };
}

/** What reference managers read of an article in a list (COinS), as the title of a span of class `Z3988`, which shows nothing. */
export function coinsOf({ archive, absolute }: Site, article: Article): string {
  const source = sourceOf(archive, article.source).name;
  return coins(workOf(article, { source, archive: archive.facts.title, url: absolute(articlePath(article.id)) }));
}
