import type { Article, Source } from '../archive/article.ts';

/** What JSON-LD says of an article beside its own fields. */
export interface JsonLdContext {
  source: Source;
  /** The article's whole address. */
  url: string;
  archiveTitle: string;
  archiveUrl: string;
  topicTitles: readonly string[];
}

/**
 * An article as schema.org `NewsArticle`, ready to stand in a `<script type="application/ld+json">`:
 * nothing in it can end that element.
 */
export function articleJsonLd(article: Article, context: JsonLdContext): string {
  return toScriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': context.url,
    headline: article.title,
    alternativeHeadline: article.deck,
    datePublished: article.date,
    dateModified: article.updated,
    inLanguage: article.language,
    author: article.authors.length === 0 ? undefined : article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: context.source.name, url: context.source.url },
    isBasedOn: article.sourceUrl,
    archivedAt: context.url,
    keywords: context.topicTitles.length === 0 ? undefined : context.topicTitles,
    contentLocation: article.places.length === 0 ? undefined : article.places.map((name) => ({ '@type': 'Place', name })),
    isPartOf: { '@type': 'ArchiveComponent', name: context.archiveTitle, url: context.archiveUrl },
  });
}

/** JSON for a script element: `<`, `>`, `&` and the line separators are escaped. */
export function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
