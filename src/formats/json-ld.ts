import type { NewsArticle, WithContext } from 'schema-dts';
import type { Article, Source } from '../archive/article.ts';
import { webAddress } from '../archive/web-address.ts';
import { isOrganization } from './name.ts';

/** What JSON-LD says of an article beside its own fields. */
export interface JsonLdContext {
  source: Source;
  /** The article's whole address. */
  url: string;
  /** What it is called wherever the archive stands: the id that feeds give it. */
  identifier: string;
  archiveTitle: string;
  archiveUrl: string;
  topicTitles: readonly string[];
  /** Words of its text. */
  wordCount: number;
  /** Whole address of its picture, where the archive shows it. */
  image?: string;
  /** Whole addresses of the same article in other languages. */
  translations?: readonly string[];
  /** Whole address of the article that it is a translation of. */
  translationOf?: string;
}

/**
 * An article as schema.org `NewsArticle`, ready to stand in a `<script type="application/ld+json">`:
 * nothing in it can end that element. Dates are as precise as the source printed them. That every name in it is
 * one of schema.org's, and stands where it may, `schema-dts` holds.
 */
export function articleJsonLd(article: Article, context: JsonLdContext): string {
  const list = <Item, Made>(items: readonly Item[] | undefined, make: (item: Item) => Made) => (items?.length ? items.map(make) : undefined);
  const written: WithContext<NewsArticle> = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': context.url,
    url: context.url,
    identifier: context.identifier,
    headline: article.title,
    alternativeHeadline: article.deck,
    datePublished: article.date,
    dateModified: article.updated,
    inLanguage: article.language,
    author: list(article.authors, (name) => ({ '@type': isOrganization(name) ? 'Organization' : 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: context.source.name, url: context.source.url },
    isBasedOn: article.sourceUrl === undefined ? undefined : webAddress(article.sourceUrl),
    archivedAt: context.url,
    wordCount: context.wordCount,
    image: context.image,
    keywords: list(context.topicTitles, (title) => title),
    contentLocation: list(article.places, (name) => ({ '@type': 'Place', name })),
    copyrightNotice: article.rights,
    translationOfWork: context.translationOf === undefined ? undefined : { '@id': context.translationOf },
    workTranslation: list(context.translations, (url) => ({ '@id': url })),
    isPartOf: { '@type': 'ArchiveComponent', name: context.archiveTitle, url: context.archiveUrl },
  };
  return toScriptJson(written);
}

/** JSON for a script element: `<`, `>`, `&` and the line separators are escaped. */
export function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
