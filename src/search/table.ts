import type { Archive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';

/** Name of the table's file, in the folder of the index; JSON, compressed (raw deflate). */
export const TABLE_FILE = 'articles.stet';

/**
 * What the browser must know of every article of a bundle to filter, count and sort: a few bytes each, fetched once.
 * All lists run in the archive's order, old to new, so an article's position is its rank by date.
 */
export interface ArticleTable {
  /** What Pagefind's ids of results begin with. */
  prefix: string;
  /** How many characters follow it; shorter ids have spaces at their end. */
  width: number;
  /** Those characters of every article, one after the other. */
  ids: string;
  /** Days since the article before; of the first, since 1 January 1970. */
  days: number[];
  /** Position in `sources` of every article's source. */
  source: number[];
  /** Positions in `topics` of every article's topics. */
  topic: number[][];
  /** Position in `languages` of every article's language. */
  language: number[];
  /** `[id, name]`, in the order of their names. */
  sources: [string, string][];
  topics: [string, string][];
  languages: string[];
}

const DAY = 86_400_000;

/** What names the sources and topics of articles, in the order in which they are listed. */
export type Names = Pick<Archive, 'sources' | 'topics'>;

/** Makes the table of some articles; `ids` are Pagefind's, in their order. */
export function makeTable(articles: readonly Article[], archive: Names, prefix: string, ids: readonly string[]): ArticleTable {
  if (ids.length !== articles.length) throw new Error(`${articles.length} articles, but ${ids.length} search records.`);
  const sources = listed(
    articles.map(({ source }) => source),
    archive.sources,
  );
  const topics = listed(
    articles.flatMap((article) => article.topics),
    archive.topics,
  );
  const languages = [...new Set(articles.map(({ language }) => language))];
  const languageAt = new Map(languages.map((language, at) => [language, at]));
  const bare = ids.map((id) => id.slice(prefix.length));
  const width = Math.max(0, ...bare.map(({ length }) => length));
  let before = 0;
  return {
    prefix,
    width,
    ids: bare.map((id) => id.padEnd(width)).join(''),
    days: articles.map(({ day }) => {
      const since = before;
      before = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
      return before - since;
    }),
    source: articles.map(({ source }) => sources.position(source)),
    topic: articles.map((article) => [...new Set(article.topics)].map(topics.position).sort((a, b) => a - b)),
    language: articles.map(({ language }) => languageAt.get(language) ?? 0),
    sources: [...archive.sources.values()].filter(({ id }) => sources.has(id)).map(({ id, name }) => [id, name]),
    topics: [...archive.topics.values()].filter(({ id }) => topics.has(id)).map(({ id, title }) => [id, title]),
    languages,
  };
}

/** Day of a number of days since 1 January 1970: `2020-03-05`. */
export function dayOfNumber(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

/** Those of a catalogue that are in use, and their positions among each other. */
function listed(used: readonly string[], catalogue: ReadonlyMap<string, unknown>) {
  const wanted = new Set(used);
  const positions = new Map([...catalogue.keys()].filter((id) => wanted.has(id)).map((id, at) => [id, at]));
  return { has: (id: string) => wanted.has(id), position: (id: string) => positions.get(id) ?? -1 };
}
