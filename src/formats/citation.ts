import type { Article, Source } from '../archive/article.ts';
import { formatPeriod } from '../archive/dates.ts';

/** What a citation says beside the article's own fields. */
export interface CitationContext {
  source: Source;
  archiveTitle: string;
  /** The article's whole address. */
  url: string;
}

/** A plain citation as one text; see {@link citationParts}. */
export function plainCitation(article: Article, context: CitationContext): string {
  return citationParts(article, context).join('');
}

/**
 * A plain citation after Chicago's notes for newspapers: authors, “headline”, source, date, archive, address.
 * What the archive supplied or inferred stands in brackets, as style guides ask. In parts, because names
 * and headline may run from right to left and must not drag the rest along: what stands between them is a part of its own.
 */
export function citationParts(article: Article, { source, archiveTitle, url }: CitationContext): string[] {
  const headline = article.suppliedTitle ? `[${article.title}]` : `“${article.title}”`;
  const day = formatPeriod(article.day);
  const date = article.dateBasis === 'inferred' ? `[${day}]` : day;
  const authors = article.authors.length === 0 ? [] : [joinNames(article.authors), '. '];
  const stop = /[.?!…。！？؟]$/u.test(article.title) ? '' : ',';
  return [...authors, headline, `${article.suppliedTitle ? ',' : stop} `, source.name, `, ${date}. `, archiveTitle, `. ${url}`];
}

/** Names as a sentence lists them. */
export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
