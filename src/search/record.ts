import type { Article } from '../archive/article.ts';
import { articlePath } from '../archive/permalink.ts';
import { BLOCK_END, cutWords, TEXT_START } from './words.ts';

/** An article as Pagefind indexes it. */
export interface SearchRecord {
  /** Path without the base path, percent-encoded: the index is the same wherever the archive is published. */
  url: string;
  /** All that is searched, in the order of the page. */
  content: string;
  language: string;
  /**
   * Every word in here is indexed too, so only what readers look for may stand in it. Hits in `title`
   * count most, and the more so the more of the query it covers.
   */
  meta: { title: string };
}

/**
 * An article's record: headline, standfirst, byline, then its text, a block a line in `text`.
 * Day, source, topics and language are not in it but in the table (see `table.ts`): Pagefind's own
 * filters and sorting take time that grows with the square of the hits.
 */
export function searchRecord(article: Article, text: string, language: string): SearchRecord {
  const title = cutWords(article.title);
  const above = [title, cutWords(article.deck ?? ''), ...article.authors.map(cutWords)].filter(Boolean);
  const blocks = text.split('\n').map(cutWords).filter(Boolean);
  return {
    url: encodeURI(articlePath(article.id)),
    content: `${above.join(` ${BLOCK_END} `)} ${TEXT_START} ${blocks.join(` ${BLOCK_END} `)}`,
    language,
    meta: { title },
  };
}
