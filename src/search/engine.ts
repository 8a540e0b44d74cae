/**
 * What the search page knows of a search engine. Larger archives are served by more than one bundle
 * and by other engines; each of them answers here.
 */

/** A search, as the address of the search page says it. */
export interface SearchQuery {
  /** What was typed: words, all of which an article must have, and “phrases”. */
  text: string;
  /** Ids to which hits are limited; hits match any of one kind and one of every kind. Empty: no limit. */
  sources: readonly string[];
  topics: readonly string[];
  /** Years such as `2020`. */
  years: readonly string[];
  sort: 'relevance' | 'newest' | 'oldest';
}

/** Part of a text; `marked` ones are what was looked for. Plain text, never HTML. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** One article found. */
export interface SearchHit {
  /** Path from the server's root, base path included. */
  href: string;
  title: readonly Piece[];
  source: string;
  /** The day as the source printed it: `2020-03-05`. */
  day: string;
  language: string;
  /** The passage around the hit. */
  passage: readonly Piece[];
}

/** How many hits have a value. */
export interface FacetValue {
  id: string;
  label: string;
  count: number;
}

/** A word or phrase of a query, and how it was read. */
export interface SearchTerm {
  /** As typed, without quotation marks. */
  text: string;
  /** `beginning`: no article has the word itself, so words that begin with it were looked for. */
  reading: 'word' | 'phrase' | 'beginning';
  /** In how many articles of the archive it is, whatever the limits. */
  articles: number;
}

/** What a search found. */
export interface SearchAnswer {
  total: number;
  /** How many there are without the limits to sources, topics and years. */
  unlimited: number;
  /** Counts under the query's text and the limits of the other kinds; limits that are set are listed even at 0. */
  facets: Record<FacetKind, readonly FacetValue[]>;
  /** What was looked for. Where one of them is in no article, there is no hit. */
  searched: readonly SearchTerm[];
  /** Hits `from` (0-based) up to `to` (exclusive), in order; each hit costs a request, so ask for a page at a time. */
  hits(from: number, to: number): Promise<readonly SearchHit[]>;
}

/** What hits can be limited by. */
export type FacetKind = 'sources' | 'topics' | 'years';

/** A search engine. Its functions reject with {@link SearchUnavailable} where it cannot be loaded, and may be tried again then. */
export interface SearchEngine {
  search(query: SearchQuery): Promise<SearchAnswer>;
  /** Loads what the first search will need. */
  prepare(): Promise<void>;
}

/** The engine cannot be loaded: the site has no index (`missing`), or this time it could not be had (`failed`). */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
  readonly reason: 'missing' | 'failed';

  constructor(reason: 'missing' | 'failed', cause?: unknown) {
    super(`Search is unavailable (${reason}).`, { cause });
    this.reason = reason;
  }
}
