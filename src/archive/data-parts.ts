import type { Article } from './article.ts';

/** Some hosts take no file above 25 MiB: that leaves 10 KB for each of so many articles, some 1,500 words. */
export const DATA_PART = 2500;

/** A file with articles in full. */
export interface DataPart {
  /** `2020`, `2020-2`. */
  name: string;
  path: string;
  articles: readonly Article[];
}

/**
 * Files that hold all articles of a year, oldest first: `2020.jsonl`, and where a year has more than `DATA_PART` of
 * them, `2020-2.jsonl` and so on.
 */
export function dataParts(year: string, articles: readonly Article[]): DataPart[] {
  return Array.from({ length: Math.ceil(articles.length / DATA_PART) }, (_, at) => {
    const name = at === 0 ? year : `${year}-${at + 1}`;
    return { name, path: `/data/${name}.jsonl`, articles: articles.slice(at * DATA_PART, (at + 1) * DATA_PART) };
  });
}
