import type { Fixed } from './entry/given.ts';
import type { Finding, FoundArticle } from './found.ts';
import type { Decoding } from './input/decode.ts';

/** An article as a reader found it, its text still in the form that the input has. */
export interface Draft extends Omit<FoundArticle, 'text'> {
  text: string;
  /** What `text` is written in. */
  markup: 'html' | 'markdown' | 'plain';
  /** What relative addresses in `text` are relative to. */
  base?: string;
  /** IPTC Media Topics and their like, beside keywords: names with their codes. */
  subjects?: readonly { name: string; code?: string }[];
  /** When it was saved, where the input says so. */
  captured?: string;
  places?: readonly string[];
  people?: readonly string[];
  organizations?: readonly string[];
  /** Home page of the publisher. */
  publisherUrl?: string;
  /** BCP 47; `und` where it has none of its own. Left out, a new source has that of the first article. */
  publisherLanguage?: string;
  /** The name that it has in its address on the site it comes from. */
  slug?: string;
  /** Addresses that it had on the site it comes from: paths. */
  aliases?: readonly string[];
  /** Whether the text may be a summary of what is at its address. */
  summary?: boolean;
  /** Why it must not be published yet although it has all that is needed: a draft. */
  withheld?: string;
}

/** What a reader found at one place of an input. */
export type Content =
  /**
   * A page whose text has still to be told from what surrounds it; in a crawl, many pages are none of an article.
   * `captured` is there where the input says when it was saved: “two hours ago” is counted from it.
   */
  | { kind: 'page'; html: string; url?: string; captured?: string; crawled?: true }
  | { kind: 'article'; draft: Draft }
  /** It should hold an article, and cannot be taken; at `address` there may be more of it. */
  | { kind: 'refused'; reason: string; address?: string }
  /** It is something else: a licence, a picture, a list of pages. */
  | { kind: 'passed-over'; reason: string };

/** One article, or what may be one, as a reader hands it on. */
export interface Item {
  /** The input as the person would write it. */
  input: string;
  /** Which of several in the input: an address, a line, a number. */
  part?: string;
  /** SHA-256 of what it was made from, in base64url; the same thing met again has the same one. */
  digest: string;
  /** When it was saved: an ISO 8601 date-time. */
  captured?: string;
  /** How its bytes were read as text. */
  decoding?: Decoding;
  /** What it was made with beside the input: the mapping of a table's columns. */
  how?: string;
  /** What a person says of all articles of the input. */
  fixed?: Fixed;
  content: Content;
}

/** A finding on the word of one witness. */
export function said<Value>(value: Value, witness: string, sure = true): Finding<Value> {
  return { value, sure, witnesses: [witness], disputed: [] };
}
