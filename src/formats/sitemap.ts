import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** One address in a sitemap. */
export interface SitemapEntry {
  /** Whole address. */
  url: string;
  /** When what stands there last changed: a day or a moment; left out where it is not known. */
  changed: string | undefined;
}

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap after sitemaps.org; at most 50,000 entries. */
export function sitemap(entries: readonly SitemapEntry[]): string {
  return write('urlset', 'url', entries);
}

/** An index of sitemaps. */
export function sitemapIndex(entries: readonly SitemapEntry[]): string {
  return write('sitemapindex', 'sitemap', entries);
}

function write(root: string, item: string, entries: readonly SitemapEntry[]): string {
  const tree = x(null, [
    x(
      root,
      { xmlns: XMLNS },
      entries.map(({ url, changed }) => x(item, [x('loc', url), ...(changed === undefined ? [] : [x('lastmod', changed)])])),
    ),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(tree)}\n`;
}
