import type { Article } from '../../src/archive/article.ts';
import type { Query, Term, TextField } from '../../src/search/query/nodes.ts';
import { readQuery } from '../../src/search/query/read.ts';
import { baseLanguage, loadStem, type Stem } from '../../src/search/stem.ts';
import { foldWords } from '../../src/search/words.ts';

/**
 * The query language as README.md describes it, done in the plainest way: every article's words are read
 * for every query. Slow, and simple enough to be seen to be right; engines are held against it.
 */
export interface Scan {
  /** Ids of the articles for which a query is true, sorted. */
  find(text: string): string[];
}

/** An article to be read, with its text as plain words, a block a line. */
export interface ScanArticle {
  article: Article;
  text: string;
}

/** Names of sources and topics by their ids. */
export interface ScanNames {
  sources: ReadonlyMap<string, string>;
  topics: ReadonlyMap<string, string>;
}

/** A field of an article as words. */
interface FieldWords {
  /** Its blocks: no phrase runs over the end of one. */
  blocks: readonly string[][];
  /** Its blocks in a row, for each run within which distance is counted; the end of a block counts as a word. */
  runs: readonly string[][];
  stems: ReadonlySet<string>;
}

interface Read {
  article: Article;
  stem: Stem;
  fields: Record<TextField, FieldWords>;
}

/** Reads all articles once. */
export async function makeScan(articles: readonly ScanArticle[], names: ScanNames): Promise<Scan> {
  const stems = new Map<string, Stem>();
  for (const { article } of articles) {
    const language = baseLanguage(article.language);
    if (!stems.has(language)) stems.set(language, await loadStem(language));
  }
  const all = articles.map(({ article, text }): Read => {
    const blocks = (texts: readonly (string | undefined)[]) => texts.filter((each) => each !== undefined).map(foldWords);
    const title = [blocks([article.title])];
    const author = [blocks(article.authors)];
    const body = [blocks([article.deck, ...text.split('\n')])];
    const place = [blocks([article.dateline, ...article.places])];
    const person = [blocks(article.people)];
    const stem = stems.get(baseLanguage(article.language)) ?? ((word: string) => word);
    const fieldOf = (spaces: string[][][]): FieldWords => ({
      blocks: spaces.flat(),
      runs: spaces.map((space) => space.flatMap((block) => [...(block.length === 0 ? [''] : block), ''])),
      stems: new Set(spaces.flat(2).map(stem)),
    });
    // Distance is counted within headline, text or byline, never from one to another.
    const printed = [...body, ...title, ...author];
    return {
      article,
      stem,
      fields: { text: fieldOf(printed), title: fieldOf(title), author: fieldOf(author), place: fieldOf(place), person: fieldOf(person) },
    };
  });
  return {
    find(text) {
      const { query } = readQuery(text);
      if (query === undefined) return [];
      return all
        .filter((each) => isTrue(query, each, names))
        .map(({ article }) => article.id)
        .sort();
    },
  };
}

function isTrue(query: Query, read: Read, names: ScanNames): boolean {
  if (query.kind === 'all') return query.parts.every((part) => isTrue(part, read, names));
  if (query.kind === 'any') return query.parts.some((part) => isTrue(part, read, names));
  if (query.kind === 'most') return query.parts.filter((part) => isTrue(part, read, names)).length >= query.least;
  if (query.kind === 'not') return !isTrue(query.part, read, names);
  return has(query, read, names);
}

function has(term: Term, { article, stem, fields }: Read, names: ScanNames): boolean {
  switch (term.kind) {
    case 'date':
      return article.day >= (term.from ?? '0000') && article.day <= (term.to ?? '9999');
    case 'value': {
      if (term.field === 'lang') return `${article.language}-`.toLowerCase().startsWith(`${term.value}-`.toLowerCase());
      const ids = term.field === 'source' ? [article.source] : article.topics;
      const nameOf = term.field === 'source' ? names.sources : names.topics;
      return ids.some((id) => id.toLowerCase() === term.value.toLowerCase() || isInRow(foldWords(nameOf.get(id) ?? id), foldWords(term.value)));
    }
    case 'word':
      return fields[term.field].stems.has(stem(term.word));
    case 'phrase':
      if (term.within === undefined) return fields[term.field].blocks.some((block) => isInRow(block, term.words));
      return fields[term.field].runs.some((run) => isWithin(run, term.words, term.within ?? 0));
    default: {
      const exact = term.words.slice(0, -1);
      const start = term.words.at(-1) ?? '';
      return fields[term.field].blocks.some((block) =>
        block.some((word, at) => word.startsWith(start) && at >= exact.length && exact.every((each, next) => block[at - exact.length + next] === each)),
      );
    }
  }
}

function isInRow(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length > 0 && words.some((_, at) => wanted.every((word, next) => words[at + next] === word));
}

/** A stretch that has all the words may as well begin with one of them. */
function isWithin(run: readonly string[], wanted: readonly string[], most: number): boolean {
  return run.some((word, start) => {
    if (!wanted.includes(word)) return false;
    const near = run.slice(start, start + most + 1);
    return wanted.every((one) => near.filter((each) => each === one).length >= wanted.filter((each) => each === one).length);
  });
}
