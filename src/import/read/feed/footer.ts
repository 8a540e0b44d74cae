import { decodeHTML } from 'entities';
import { addressKeyOf, isSiteAddress } from '../../known/address-key.ts';
import { plainTitle } from '../../text/markup.ts';

/** The last paragraph, with what shows nothing after it. */
const LAST = /<p\b[^>]*>((?:(?!<\/?p\b)[\s\S])*)<\/p>(?=(?:\s|&nbsp;|<\/?div\b[^<>]*>|<br\b[^<>]*>|<img\b[^<>]*>)*$)/i;
const LINK = /<a\b[^<>]*?\bhref\s*=\s*(["'])(.*?)\1[^<>]*>[\s\S]*?<\/a>/gi;

/** Words around the links of a footer have fewer characters, in any language; and so has all of it. */
const MOST_WORDS = 80;
const LONGEST = 3000;

/**
 * HTML of an entry without the paragraph that WordPress closes each with in feeds, “The post [headline] appeared first
 * on [site].” It is known by its two links, since blogs have it in their own languages: to the entry, and to the site.
 */
export function withoutFooter(html: string, entry: string | undefined, home: string | undefined): string {
  // Only the end is looked at, so that a text of megabytes costs no more.
  const start = Math.max(html.lastIndexOf('<p'), html.lastIndexOf('<P'));
  const found = start < 0 || entry === undefined ? null : LAST.exec(html.slice(start));
  if (found === null || found[0].length > LONGEST) return html;
  const [paragraph, inner = ''] = found;
  const [own, site, ...more] = [...inner.matchAll(LINK)].map(([, , href = '']) => addressKeyOf(decodeHTML(href).trim()));
  if (own === undefined || site === undefined || more.length > 0 || own !== addressKeyOf(entry ?? '')) return html;
  const isHome = site === addressKeyOf(home ?? '') || (isSiteAddress(site) && own.startsWith(`${site}/`));
  const words = plainTitle(inner.replaceAll(LINK, ' '));
  return isHome && words.length < MOST_WORDS ? html.slice(0, start + found.index) + html.slice(start + found.index + paragraph.length) : html;
}
