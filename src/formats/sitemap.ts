import { toRfc3339 } from '../archive/dates.ts';
import { SYNC_NAMESPACE } from './resource-sync.ts';
import { x, xmlDocument } from './xml.ts';

/** One address in a sitemap. */
export interface SitemapEntry {
  /** Whole address. */
  url: string;
  /** When what stands there last changed: a day or a moment; left out where it is not known. */
  changed: string | undefined;
}

/** Place of a sitemap among the lists of ResourceSync: it is a resource list as well. Whole addresses. */
export interface SitemapPlace {
  /** The capability list. */
  up: string;
  /** The index that it is in; the index itself has none. */
  index?: string;
  /** When what it lists last changed. */
  changed: string | undefined;
}

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap after sitemaps.org; at most 50,000 entries. */
export function sitemap(entries: readonly SitemapEntry[], place: SitemapPlace): string {
  return write('urlset', 'url', entries, place);
}

/** An index of sitemaps. */
export function sitemapIndex(entries: readonly SitemapEntry[], place: SitemapPlace): string {
  return write('sitemapindex', 'sitemap', entries, place);
}

function write(root: string, item: string, entries: readonly SitemapEntry[], { up, index, changed }: SitemapPlace): string {
  const tree = x(root, { xmlns: XMLNS, ...SYNC_NAMESPACE }, [
    x('rs:ln', { rel: 'up', href: up }),
    ...(index === undefined ? [] : [x('rs:ln', { rel: 'index', href: index })]),
    // There is no clock: the list is as it was when what it lists last changed.
    x('rs:md', { capability: 'resourcelist', at: toRfc3339(changed ?? '1970-01-01') }),
    ...entries.map((entry) => x(item, [x('loc', entry.url), ...(entry.changed === undefined ? [] : [x('lastmod', entry.changed)])])),
  ]);
  return xmlDocument(tree);
}
