import type { Article } from '../archive/article.ts';
import { articlePath } from '../archive/permalink.ts';
import { foldWords, type Word, wordsOf } from './words.ts';

/** Takes the place of a word between two blocks, so that no phrase runs over their end; Pagefind counts it and does not index it. */
const BLOCK_END = '\u00AD';

/** Stands for the text of articles that have none: Pagefind leaves out a page without words. No folded word has this letter. */
export const NO_WORDS = 'ß';

/**
 * The articles of a part of a bundle as Pagefind indexes them: as one text, which takes it a third of the
 * time and half of the memory of as many texts, for most words are in many of them. Words come already
 * folded, so that a word's place in the index is its number in the text, and what Pagefind would do to it
 * (see `words.ts`) changes nothing.
 */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  /** Fields that are searched on their own. All are always there: their order makes the numbers in the index. */
  meta: { author: string; person: string; place: string; title: string };
}

/** What readers see of a hit without loading its page: all that a passage, a list or a citation shows of an article. */
export interface Fragment {
  /** Path without the base path, percent-encoded. */
  path: string;
  title: string;
  deck?: string;
  authors: readonly string[];
  /** As in the article's frontmatter: day or time. */
  date: string;
  language: string;
  source: string;
  sourceUrl?: string;
  dateline?: string;
  places: readonly string[];
  people: readonly string[];
  /** Whether the archivist wrote the title. */
  suppliedTitle: boolean;
  /** Whether the date was worked out. */
  inferredDate: boolean;
  /** The text, a block a line. */
  text: string;
}

/** Makes an article's fragment. */
export function fragmentOf(article: Article, text: string): Fragment {
  const { title, deck, authors, date, language, source, sourceUrl, dateline, places, people, suppliedTitle, dateBasis } = article;
  return {
    path: encodeURI(articlePath(article.id)),
    title,
    ...(deck !== undefined && { deck }),
    authors,
    date,
    language,
    source,
    ...(sourceUrl !== undefined && { sourceUrl }),
    ...(dateline !== undefined && { dateline }),
    places,
    people,
    suppliedTitle,
    inferredDate: dateBasis === 'inferred',
    text,
  };
}

/** A fragment is written as a list of these, in this order: their names would take more than some of them do. */
const FIELDS = [
  'path',
  'title',
  'deck',
  'authors',
  'date',
  'language',
  'source',
  'sourceUrl',
  'dateline',
  'places',
  'people',
  'suppliedTitle',
  'inferredDate',
  'text',
] as const satisfies readonly (keyof Fragment)[];

/** Writes a fragment as JSON. */
export function writeFragment(fragment: Fragment): string {
  return JSON.stringify(FIELDS.map((field) => fragment[field] ?? null));
}

/** Reads what {@link writeFragment} wrote. */
export function readFragment(json: string): Fragment {
  const values = JSON.parse(json) as unknown[];
  return Object.fromEntries(FIELDS.flatMap((field, at) => (values[at] === null ? [] : [[field, values[at]]]))) as unknown as Fragment;
}

/** Spaces in which words are numbered: the text, and Pagefind's meta fields in the order of their names. */
export const SPACES = ['text', 'author', 'person', 'place', 'title'] as const;

/** One of {@link SPACES}. */
export type Space = (typeof SPACES)[number];

/** The blocks of a space, in order; between two of them one number is left out. */
export function blocksOf(fragment: Fragment, space: Space): string[] {
  switch (space) {
    case 'text':
      return [...(fragment.deck === undefined ? [] : [fragment.deck]), ...fragment.text.split('\n')];
    case 'author':
      return [...fragment.authors];
    case 'person':
      return [...fragment.people];
    case 'place':
      return [...(fragment.dateline === undefined ? [] : [fragment.dateline]), ...fragment.places];
    default:
      return [fragment.title];
  }
}

/** The words of every space of a fragment as they are compared, block by block. */
export type FoldedWords = Readonly<Record<Space, readonly (readonly string[])[]>>;

/** Folds the words of a fragment. */
export function foldFragment(fragment: Fragment): FoldedWords {
  return Object.fromEntries(SPACES.map((space) => [space, blocksOf(fragment, space).map(foldWords)])) as Record<Space, string[][]>;
}

/** What Pagefind is given of some articles, and how many numbers each takes in every space of {@link SPACES}. */
export function searchRecord(articles: readonly FoldedWords[]): { record: SearchRecord; numbers: number[][] } {
  const words = (space: Space) =>
    articles
      .filter((folded) => folded[space].length > 0)
      .map((folded) => folded[space].map((block) => (block.length === 0 ? BLOCK_END : block.join(' '))).join(` ${BLOCK_END} `))
      .join(' ');
  const hasWords = articles.some(({ text }) => text.some((block) => block.length > 0));
  return {
    record: {
      url: '/',
      content: hasWords ? words('text') : NO_WORDS,
      language: 'unknown',
      meta: { author: words('author'), person: words('person'), place: words('place'), title: words('title') },
    },
    numbers: articles.map((folded) =>
      SPACES.map((space) => folded[space].reduce((sum, { length }) => sum + Math.max(1, length) + 1, 0)).map((sum) => Math.max(0, sum - 1)),
    ),
  };
}

/** A word of a fragment, and its number in its space. */
export interface NumberedWord extends Word {
  at: number;
  /** Which block it is in; `start` and `end` are places there. */
  block: number;
}

/** The words of blocks, numbered as Pagefind numbers them in what {@link searchRecord} gives it. */
export function numberWords(blocks: readonly string[]): NumberedWord[] {
  let at = 0;
  return blocks.flatMap((text, block) => {
    const words = wordsOf(text).map((word) => ({ ...word, at: at++, block }));
    at += words.length === 0 ? 2 : 1;
    return words;
  });
}
