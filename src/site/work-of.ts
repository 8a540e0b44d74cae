import type { Article } from '../archive/article.ts';
import { webAddress } from '../archive/web-address.ts';
import type { CitedWork } from '../formats/work.ts';

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
