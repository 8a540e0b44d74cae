/** Where words are looked for; `text` is what is printed as the article: headline, standfirst, byline and text. */
export type TextField = 'text' | 'title' | 'author' | 'place' | 'person';

/** What an article is asked for by its whole value. */
export type ValueField = 'source' | 'topic' | 'lang';

/** A part of a query that an article either has or has not; `typed`: its words as typed, for people. */
export type Term =
  /** A word in any of its forms in the article's language. */
  | { kind: 'word'; word: string; field: TextField; typed: string }
  /** Words in a row, as printed; `within`: in any order, the last at most so many words after the first. */
  | { kind: 'phrase'; words: readonly string[]; field: TextField; within?: number; typed: string }
  /** Words in a row, the last one only begun: `word*`. */
  | { kind: 'beginning'; words: readonly string[]; field: TextField; typed: string }
  /** A source, topic or language, by its id or words of its name. */
  | { kind: 'value'; field: ValueField; value: string }
  /** Days from and to, both included: `2020-03-05`. */
  | { kind: 'date'; from?: string; to?: string };

/** A query as it was read. */
export type Query =
  | Term
  /** Every one of them. */
  | { kind: 'all'; parts: readonly Query[] }
  /** At least one of them. */
  | { kind: 'any'; parts: readonly Query[] }
  /** At least so many of them. */
  | { kind: 'most'; parts: readonly Query[]; least: number }
  | { kind: 'not'; part: Query };

/** What was not understood, and what was made of it. */
export interface Note {
  /** The part of what was typed. */
  text: string;
  /** A sentence's end: “is no date and was left out”. */
  said: string;
}

/** What was typed, as it is understood; no query where there is nothing to look for. */
export interface Reading {
  query?: Query;
  notes: readonly Note[];
}

/** The terms of a query in their order, and whether each is wanted or excluded. */
export function termsOf(query: Query | undefined, wanted = true): { term: Term; wanted: boolean }[] {
  if (query === undefined) return [];
  if ('parts' in query) return query.parts.flatMap((part) => termsOf(part, wanted));
  if (query.kind === 'not') return termsOf(query.part, !wanted);
  return [{ term: query, wanted }];
}

/** A name for a term that is the same for equal terms. */
export function keyOf(term: Term): string {
  return JSON.stringify(term, (name, value) => (name === 'typed' ? undefined : value));
}

/** A query without the terms that a test picks out; undefined where nothing is left. */
export function withoutTerms(query: Query, picked: (term: Term) => boolean): Query | undefined {
  if ('parts' in query) {
    const parts = query.parts.flatMap((part) => withoutTerms(part, picked) ?? []);
    return parts.length < 2 ? parts[0] : { ...query, parts };
  }
  if (query.kind === 'not') {
    const part = withoutTerms(query.part, picked);
    return part && { kind: 'not', part };
  }
  return picked(query) ? undefined : query;
}
