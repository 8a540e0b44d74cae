import type { Article } from '../archive/article.ts';
import { ByteReader, ByteWriter } from './bytes.ts';

/** Name of the table's file in a bundle's folder; see {@link writeTable}, compressed (raw deflate). */
export const TABLE_FILE = 'bundle.stet';

/**
 * What the browser must know of a bundle before it reads its index: a few bytes for each article. All
 * lists run in the archive's order, old to new, so an article's position is its rank by date.
 */
export interface BundleTable {
  /** Days since the article before; of the first, since 1 January 1970. */
  days: number[];
  /** Position in `sources` of every article's source. */
  source: number[];
  /** Positions in `topics` of every article's topics. */
  topic: number[][];
  /** Position in `languages` of every article's language. */
  language: number[];
  /** Binary logarithm of the number of words of every article. */
  length: number[];
  /** Tells apart the fragments of one day: {@link LETTERS} for each article, one after the other. */
  fragments: string;
  /** `[id, name]`, in the order of their names. */
  sources: [string, string][];
  topics: [string, string][];
  languages: string[];
  /** Parts of the index, in the order of their words. */
  chunks: {
    /** What the first word of each begins with, enough to tell it from the word before. */
    from: string[];
    /** Names of their files, without what all begin with and end in. */
    names: string[];
    /** Their sizes in units of 256 bytes. */
    sizes: number[];
  };
}

/** Letters and digits that tell a fragment from the others of its day, and its content from another. */
export const LETTERS = 2;

const DAY = 86_400_000;

/** What is known of an article beside its fields when a table is made. */
export interface Indexed {
  article: Article;
  /** Number of words. */
  length: number;
  /** See {@link BundleTable.fragments}. */
  fragment: string;
}

/** Ids and names of the archive's sources or topics, in their order. */
export type Names = readonly (readonly [string, string])[];

/** Makes the table of some articles in their order. */
export function makeTable(indexed: readonly Indexed[], names: { sources: Names; topics: Names }, chunks: BundleTable['chunks']): BundleTable {
  const articles = indexed.map(({ article }) => article);
  const sources = listed(new Set(articles.map(({ source }) => source)), names.sources);
  const topics = listed(new Set(articles.flatMap((article) => article.topics)), names.topics);
  const languages = [...new Set(articles.map(({ language }) => language))];
  const languageAt = new Map(languages.map((language, at) => [language, at]));
  let before = 0;
  return {
    days: articles.map(({ day }) => {
      const since = before;
      before = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
      return before - since;
    }),
    source: articles.map(({ source }) => sources.at.get(source) ?? -1),
    topic: articles.map((article) => [...new Set(article.topics)].map((topic) => topics.at.get(topic) ?? -1).sort((a, b) => a - b)),
    language: articles.map(({ language }) => languageAt.get(language) ?? 0),
    length: indexed.map(({ length }) => Math.round(Math.log2(length + 1))),
    fragments: indexed.map(({ fragment }) => fragment).join(''),
    sources: sources.values,
    topics: topics.values,
    languages,
    chunks,
  };
}

/** Writes a table: what has names as JSON, then the lists of numbers one after the other, which pack best so. */
export function writeTable({ days, source, topic, language, length, ...named }: BundleTable): Uint8Array<ArrayBuffer> {
  const bytes = new ByteWriter();
  bytes.text(JSON.stringify(named));
  bytes.number(days.length);
  // Days before 1970 have negative numbers, and so may the first.
  for (const since of days) bytes.number(since < 0 ? -2 * since - 1 : 2 * since);
  for (const list of [source, language, length]) for (const number of list) bytes.number(number);
  for (const own of topic) bytes.number(own.length);
  for (const number of topic.flat()) bytes.number(number);
  return bytes.done();
}

/** Reads what {@link writeTable} wrote. */
export function readTable(table: Uint8Array): BundleTable {
  const bytes = new ByteReader(table);
  const named = JSON.parse(bytes.text()) as Pick<BundleTable, 'fragments' | 'sources' | 'topics' | 'languages' | 'chunks'>;
  const size = bytes.number();
  const list = () => Array.from({ length: size }, () => bytes.number());
  const days = list().map((each) => (each % 2 === 1 ? -(each + 1) / 2 : each / 2));
  const [source, language, length] = [list(), list(), list()];
  const topic = list().map((own) => Array.from({ length: own }, () => 0));
  for (const own of topic) for (const at of own.keys()) own[at] = bytes.number();
  return { ...named, days, source, topic, language, length };
}

/** Day of a number of days since 1 January 1970: `2020-03-05`. */
export function dayOfNumber(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

/** Name of an article's fragment. */
export function fragmentFile(day: string, letters: string): string {
  return `fragment/${day}-${letters}.stet`;
}

/** Those of a list that are in use, and their positions among each other. */
function listed(used: ReadonlySet<string>, names: Names) {
  const values = names.filter(([id]) => used.has(id)).map(([id, name]): [string, string] => [id, name]);
  return { values, at: new Map(values.map(([id], at) => [id, at])) };
}
