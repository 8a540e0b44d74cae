/**
 * What the search page knows of a search engine. Any other engine can take the place of ours that
 * answers here, and passes the suite in `tests/support/conformance.ts`.
 */
import type { Reading, Term } from './query/nodes.ts';
import type { Fragment } from './record.ts';

/** A search, as the address of the search page says it. */
export interface SearchQuery {
  /** What was typed, in the query language. */
  text: string;
  /** Ids to which hits are limited; hits match any of one kind and one of every kind. Empty: no limit. */
  sources: readonly string[];
  topics: readonly string[];
  /** BCP 47 tags. */
  languages: readonly string[];
  /** Years such as `2020`, and months such as `2020-03`. */
  years: readonly string[];
  months: readonly string[];
  /** First and last day, or empty: `2020-03-05`. */
  from: string;
  to: string;
  sort: 'relevance' | 'newest' | 'oldest';
}

/** Part of a text; `marked` ones are what was looked for. Plain text, never HTML. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** A place in an article where something was found, with a few words around it. */
export interface Passage {
  pieces: readonly Piece[];
  /** Words of the passage as printed, enough to find it in the page: for a text fragment (`#:~:text=`). */
  quote: string;
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
  /** Passages, the best first; the beginning of the text where it is found nowhere in it. */
  passages: readonly Passage[];
  /** How many places of the text were found. */
  places: number;
}

/** An article that has most of what was asked for, not all. */
export interface PartialHit extends SearchHit {
  /** What it lacks, as it was typed. */
  lacks: readonly string[];
}

/** One place where something was found, for a concordance. */
export interface ConcordanceLine {
  href: string;
  title: string;
  source: string;
  day: string;
  language: string;
  left: string;
  found: string;
  right: string;
}

/** All that is known of an article found. */
export interface FoundArticle extends Fragment {
  href: string;
  sourceName: string;
  /** Titles of its topics. */
  topics: readonly string[];
}

/** How many hits have a value. */
export interface FacetValue {
  id: string;
  label: string;
  count: number;
}

/** What hits can be limited by. */
export type FacetKind = 'sources' | 'topics' | 'languages' | 'years' | 'months';

/** A term of a query, and what was found of it alone. */
export interface SearchTerm {
  term: Term;
  /** Whether articles with it are wanted, or those without. */
  wanted: boolean;
  /** In how many articles of those searched it is, whatever the limits; where `exact`, of the whole archive. */
  articles: number;
  exact: boolean;
  /** Other forms of the word that were looked for too. */
  forms: readonly string[];
  /** Its words that the archive does not have at all, each with words of the archive that are near it. */
  absent: readonly { word: string; near: readonly string[] }[];
}

/** How much of the archive was searched. */
export interface Searched {
  /** Articles that were searched, or are known not to match without that. */
  articles: number;
  /** Articles of the archive. */
  of: number;
  /** Days of the first and the last article of the archive. */
  from: string;
  to: string;
  /** Where not all was searched: the day up to which, or from which on, it was. */
  until?: string;
}

/** What a search found. */
export interface SearchAnswer {
  /** How the text was read. */
  reading: Reading;
  /** Number of hits; where not `exact`, of those searched so far. */
  total: number;
  exact: boolean;
  /** How many there are without the limits. */
  unlimited: number;
  /** Counts under the query's text and the limits of the other kinds; limits that are set are listed even at 0. */
  facets: Record<FacetKind, readonly FacetValue[]>;
  /** Hits by month (`2020-03`), in order, whatever the limits to years, months and days. */
  histogram: readonly { month: string; count: number }[];
  terms: readonly SearchTerm[];
  searched: Searched;
  /** Articles that could not be searched, because their part of the index could not be loaded. */
  failed: number;
  /** Hits `from` (0-based) up to `to` (exclusive), in order; each costs a request, so ask for a page at a time. */
  hits(from: number, to: number): Promise<readonly SearchHit[]>;
  /** The places of the same hits. */
  concordance(from: number, to: number): Promise<readonly ConcordanceLine[]>;
  /** All that is known of the same hits, for export. */
  fragments(from: number, to: number): Promise<readonly FoundArticle[]>;
}

/** Hits that are wanted with an answer, from the first up to some (exclusive). */
export interface Wanted {
  part: 'hits' | 'concordance';
  to: number;
}

/** A search engine. Its functions reject with {@link SearchUnavailable} where it cannot be loaded, and may be tried again then. */
export interface SearchEngine {
  /** Searches as much as the first hits need; with `whole` all that may have any. What is `wanted` comes with the answer, so that asking for it takes no time. */
  search(query: SearchQuery, whole?: boolean, wanted?: Wanted): Promise<SearchAnswer>;
  /**
   * Where no article has all that was asked for: those that have most of it, at most so many, the best first; none where
   * the query is not several words or phrases. Looks at the part of the archive that costs little to search.
   */
  most(query: SearchQuery, to: number): Promise<readonly PartialHit[]>;
  /** Loads what the first search will need. */
  prepare(): Promise<void>;
}

/** The engine cannot be loaded: the site has no index (`missing`), this time it could not be had (`failed`), the archive was published anew since the answer (`changed`) and must be asked again, or this by another version of the program (`outdated`), and the page must be loaded again. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
  readonly reason: 'missing' | 'failed' | 'changed' | 'outdated';

  constructor(reason: SearchUnavailable['reason'], cause?: unknown) {
    super(`Search is unavailable (${reason}).`, { cause });
    this.reason = reason;
  }
}
