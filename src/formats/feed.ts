import type { Archive } from '../archive/archive.ts';
import { sourceOf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import type { FeedPart } from '../archive/feed-parts.ts';
import type { Addresses } from '../archive/permalink.ts';

/** One document of a feed of the archive, a source or a topic. */
export interface Feed extends FeedPart {
  title: string;
  description?: string;
  /** Path of the page that it goes with: `/`, `/sources/ID/`, `/topics/ID/`. */
  path: string;
}

/** What feeds must know of the site. */
export interface FeedContext {
  archive: Archive;
  addresses: Addresses;
}

/** What makes the ids of an archive's feeds and entries its own, wherever it is published. */
export function saltOf({ facts }: Archive): string {
  return facts.id ?? facts.title;
}

/** Who wrote an article: its authors, or else its source. */
export function authorsOf(article: Article, archive: Archive): readonly string[] {
  return article.authors.length > 0 ? article.authors : [sourceOf(archive, article.source).name];
}

/** What a feed says of an article's text. */
export function summaryOf(article: Article): string {
  return article.deck ?? article.excerpt;
}
