import type { Article } from '../archive/article.ts';
import { ByteReader, ByteWriter, sharedLength } from './bytes.ts';

/** So many articles stand together in one block of facts: about 0.7 KB. */
export const BLOCK = 128;

/** The facts of a bundle of no more articles are not divided: each request takes a reader longer than these few KB. */
export const UNDIVIDED = 1024;

/** A source, topic or language by its id or tag, and how many articles of the bundle have it. */
export type TableValue = [id: string, articles: number];

/**
 * What the browser must know of a bundle before it reads its index. All lists run in the archive's order,
 * old to new, so an article's position is its rank by date.
 */
export interface BundleTable {
  /** Days since the article before; of the first, since 1 January 1970. */
  days: number[];
  /** Number of words of all articles, as {@link Facts.length} has them. */
  words: number;
  /** In the order of their ids; their names are the archive's (see `catalogue.ts`). */
  sources: TableValue[];
  topics: TableValue[];
  languages: TableValue[];
  /** Name of the file of all facts. */
  whole: string;
  /** Names of the blocks of facts, in order; none of {@link UNDIVIDED} articles. */
  blocks: string[];
  /** Parts of the index, in the order of their words. */
  chunks: {
    /** What the first word of each begins with, enough to tell it from the word before. */
    from: string[];
    /** About how large they are; see {@link sizeStep}. */
    sizes: number[];
    /** Names of their files: {@link EDITION} letters that are made of the content of some neighbours, and the position among these. */
    names: string[];
  };
}

/** What is told of {@link BLOCK} articles, or of all of a bundle: some bytes for each, which are read where there are hits. */
export interface Facts {
  /** Position in `sources` of every article's source. */
  source: number[];
  /** How many topics every article has, and their rising positions in `topics`, one article's after the other's: a list for each takes a browser longer than all else. */
  topics: number[];
  topic: number[];
  /** Position in `languages` of every article's language. */
  language: number[];
  /** Binary logarithm of the number of words of every article. */
  length: number[];
  /** Tells apart the fragments of one day: {@link LETTERS} for each article, one after the other. */
  fragments: string;
}

/** Letters and digits that tell a fragment from the others of its day, and its content from another. */
export const LETTERS = 2;

/** Letters and digits that tell some parts of the index from others, and from what they were before. */
export const EDITION = 5;

const DAY = 86_400_000;

/** What is known of an article beside its fields when a table is made. */
export interface Indexed {
  article: Article;
  /** Number of words. */
  length: number;
  /** See {@link Facts.fragments}. */
  fragment: string;
}

/** Makes the table of some articles in their order, and their facts; the blocks get their names when they are written. */
export function makeTable(indexed: readonly Indexed[], chunks: BundleTable['chunks']): { table: Omit<BundleTable, 'blocks' | 'whole'>; facts: Facts[] } {
  const articles = indexed.map(({ article }) => article);
  const topicsOf = (article: Article) => [...new Set(article.topics)];
  const sources = listed(articles.map(({ source }) => [source]));
  const topics = listed(articles.map(topicsOf));
  const languages = listed(articles.map(({ language }) => [language]));
  const lengths = indexed.map(({ length }) => Math.round(Math.log2(length + 1)));
  let before = 0;
  const days = articles.map(({ day }) => {
    const since = before;
    before = numberOfDay(day);
    return before - since;
  });
  const facts: Facts[] = [];
  for (let from = 0; from < articles.length; from += BLOCK) {
    const block = articles.slice(from, from + BLOCK);
    facts.push({
      source: block.map(({ source }) => sources.at.get(source) ?? -1),
      topics: block.map((article) => topicsOf(article).length),
      topic: block.flatMap((article) =>
        topicsOf(article)
          .map((topic) => topics.at.get(topic) ?? -1)
          .sort((a, b) => a - b),
      ),
      language: block.map(({ language }) => languages.at.get(language) ?? -1),
      length: lengths.slice(from, from + BLOCK),
      fragments: indexed
        .slice(from, from + BLOCK)
        .map(({ fragment }) => fragment)
        .join(''),
    });
  }
  const words = lengths.reduce((sum, length) => sum + 2 ** length, 0);
  const table = {
    days,
    words,
    sources: sources.values,
    topics: topics.values,
    languages: languages.values,
    chunks,
  };
  return { table, facts };
}

/** Writes a table: what has names as JSON, then the parts of the index, each beginning after the one before, and the days. */
export function writeTable({ days, chunks: { from, sizes, names }, ...named }: BundleTable): Uint8Array<ArrayBuffer> {
  const bytes = new ByteWriter();
  const firsts = names.flatMap((name, at) => (name === chunkName(name.slice(0, EDITION), 0) ? [at] : []));
  bytes.text(JSON.stringify({ ...named, editions: firsts.map((at) => names[at]?.slice(0, EDITION)).join('') }));
  const shared = from.map((word, at) => sharedLength(word, from[at - 1] ?? ''));
  bytes.number(from.length);
  for (const list of [sizes, shared]) bytes.numbers(list);
  for (const [at, first] of firsts.entries()) bytes.number((firsts[at + 1] ?? names.length) - first);
  bytes.text(from.map((word, at) => word.slice(shared[at])).join(' '));
  bytes.number(days.length);
  // Days before 1970 have negative numbers, and so may the first.
  for (const since of days) bytes.number(since < 0 ? -2 * since - 1 : 2 * since);
  return bytes.done();
}

/** Reads what {@link writeTable} wrote. */
export function readTable(table: Uint8Array): BundleTable {
  const bytes = new ByteReader(table);
  const { editions, ...named } = JSON.parse(bytes.text()) as Omit<BundleTable, 'days' | 'chunks'> & { editions: string };
  const length = bytes.number();
  const [sizes = [], shared = []] = [0, 1].map(() => bytes.numbers(length));
  const names: string[] = [];
  for (let at = 0; at < editions.length; at += EDITION) {
    const edition = editions.slice(at, at + EDITION);
    const parts = bytes.number();
    if (parts > length - names.length) throw new Error('The table of a bundle cannot be read.');
    for (let part = 0; part < parts; part += 1) names.push(chunkName(edition, part));
  }
  const rest = bytes.text().split(' ');
  const from: string[] = [];
  for (const [at, letters] of shared.entries()) from.push((from.at(-1) ?? '').slice(0, letters) + (rest[at] ?? ''));
  const days = bytes.numbers(bytes.number()).map((each) => (each % 2 === 1 ? -(each + 1) / 2 : each / 2));
  return { ...named, days, chunks: { from, sizes, names } };
}

/** Writes a block of facts: its lists one after the other, which pack best so. */
export function writeFacts({ source, topics, topic, language, length, fragments }: Facts): Uint8Array<ArrayBuffer> {
  const bytes = new ByteWriter();
  bytes.number(source.length);
  // An article's topics count each from the one before, which takes fewer bytes.
  const since: number[] = [];
  for (const own of topics) {
    const first = since.length;
    for (let at = first; at < first + own; at += 1) since.push((topic[at] ?? 0) - (at > first ? (topic[at - 1] ?? 0) : 0));
  }
  for (const list of [source, language, length, topics, since]) bytes.numbers(list);
  bytes.text(fragments);
  return bytes.done();
}

/** Reads what {@link writeFacts} wrote. */
export function readFacts(facts: Uint8Array): Facts {
  const bytes = new ByteReader(facts);
  const size = bytes.number();
  const [source, language, length] = [bytes.numbers(size), bytes.numbers(size), bytes.numbers(size)];
  const topics = bytes.numbers(size);
  const topic = bytes.numbers(topics.reduce((sum, own) => sum + own, 0));
  let first = 0;
  for (const own of topics) {
    for (let at = first + 1; at < first + own; at += 1) topic[at] = (topic[at] ?? 0) + (topic[at - 1] ?? 0);
    first += own;
  }
  return { source, topics, topic, language, length, fragments: bytes.text() };
}

/** Joins blocks of facts. */
export function joinFacts(facts: readonly Facts[]): Facts {
  return {
    source: facts.flatMap(({ source }) => source),
    topics: facts.flatMap(({ topics }) => topics),
    topic: facts.flatMap(({ topic }) => topic),
    language: facts.flatMap(({ language }) => language),
    length: facts.flatMap(({ length }) => length),
    fragments: facts.map(({ fragments }) => fragments).join(''),
  };
}

/** Name of the file of a block of facts, or of all. */
export function factsFile(name: string): string {
  return `facts-${name}.stet`;
}

/** The size of a part of the index in steps, each of which is larger by the root of two: 0 is about 128 bytes, 2 about 256. */
export function sizeStep(bytes: number): number {
  return Math.max(0, Math.round(2 * Math.log2(bytes / 128)));
}

/** About how many bytes a step stands for; see {@link sizeStep}. */
export function bytesOf(step: number): number {
  return Math.round(128 * 2 ** (step / 2));
}

/** Name of a part of the index; see {@link BundleTable.chunks}. */
export function chunkName(edition: string, at: number): string {
  return `${edition}${at.toString(36)}`;
}

/** The file of a part of the index. */
export function chunkFile(name: string): string {
  return `index/${name}.stet`;
}

/** Number of days from 1 January 1970 to a day: `2020-03-05`. */
export function numberOfDay(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** Day of a number of days since 1 January 1970: `2020-03-05`. */
export function dayOfNumber(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

/** Name of an article's fragment. */
export function fragmentFile(day: string, letters: string): string {
  return `fragment/${day}-${letters}.stet`;
}

/** The ids that are in use, in order, with the number of articles of each, and their positions. */
function listed(used: readonly (readonly string[])[]) {
  const counts = new Map<string, number>();
  for (const id of used.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const values: TableValue[] = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return { values, at: new Map(values.map(([id], at) => [id, at])) };
}
