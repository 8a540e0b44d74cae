import type { ArticleFields } from '../schema/article.ts';
import type { GoneFields } from '../schema/gone.ts';
import type { PageFields } from '../schema/page.ts';
import type { SourceFields } from '../schema/source.ts';
import type { TopicFields } from '../schema/topic.ts';
import type { ArticleId } from './permalink.ts';

/** An article as everything but its page sees it: all but its text, which stays on disk. */
export interface Article extends ArticleFields {
  id: ArticleId;
  /** The day it is filed under, `2020-03-05`: the day the source printed. */
  day: string;
  /** BCP 47; the article's own, else its source's, else the archive's. */
  language: string;
  /** How its text begins, in plain words, cut at a word; stands in lists where there is no deck. */
  excerpt: string;
  /** Path of its file below the content folder. */
  file: string;
  /** Digest of its file, `sha256-…` in base64url. */
  digest: string;
  /** Digest of its text alone, by which the ledger knows it. */
  textDigest: string;
  /** Path under which it was first released, where that is another than its own; its feed id is made of it. */
  first?: string;
}

/** A word on an address where nothing stands any more. */
export interface Gone extends GoneFields {
  path: string;
  /** Other paths that led to what stood there. */
  also: readonly string[];
  /** Ids of the paragraphs that stood there. */
  ids: readonly string[];
}

/** Who published articles first. */
export interface Source extends SourceFields {
  id: string;
}

/** What articles are about. */
export interface Topic extends TopicFields {
  id: string;
}

/** A page of the archive's own, such as “about”; its text stays on disk. */
export interface OwnPage extends PageFields {
  /** Name of its file without ending; its address without slashes. */
  id: string;
  language: string;
  /** Path of its file below the content folder. */
  file: string;
  digest: string;
}

/**
 * The archive's order, oldest first: by day, by time of day where it is known, by source, by address.
 * Total: no two articles are equal in it.
 */
export function inOrder(a: Article, b: Article): number {
  return compare(a.day, b.day) || compare(clockOf(a.date), clockOf(b.date)) || compare(a.source, b.source) || compare(a.id, b.id);
}

// Without the offset: a Z would put 18:20 after 18:20:30.
function clockOf(date: string): string {
  // Most have no time; a large archive is sorted by half a million of these.
  return date.length === 10 ? '' : date.slice(10).replace(/(?:Z|[+-]\d{2}:\d{2})$/, '');
}

/** Orders two texts by their code units: the same on every machine, which `localeCompare` is not. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const directions = new Map<string, 'ltr' | 'rtl'>();

/** Whether a language is written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  let direction = directions.get(language);
  if (direction === undefined) {
    direction = RTL_SCRIPTS.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
    directions.set(language, direction);
  }
  return direction;
}

const RTL_SCRIPTS = new Set(['Arab', 'Aran', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);
