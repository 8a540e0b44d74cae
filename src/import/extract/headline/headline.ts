import type { Element } from 'hast';
import type { Finding } from '../../found.ts';
import { isObject } from '../page/json.ts';
import { isArticle } from '../page/json-ld.ts';
import { mainArticle, plain, text } from '../page/main-article.ts';
import type { Page } from '../page/page.ts';
import { attribute, shortTextOf, spelledName } from '../page/tree.ts';
import { type Testimony, weigh } from '../weigh/weigh.ts';
import { withoutSite } from './without-site.ts';

// How often each is the headline, strictly compared, where present. 0.84 is the best single source on 181 news pages; the others are set by its side.
const METAS: Record<string, number> = {
  'og:title': 0.82,
  'parsely-title': 0.84,
  'sailthru.title': 0.8,
  'twitter:title': 0.74,
  'dc.title': 0.8,
  'dcterms.title': 0.8,
  citation_title: 0.84,
  hdl: 0.8,
  headline: 0.8,
  title: 0.7,
};

/** The longest headline, in characters. */
const LONGEST = 400;

/** A headline, and where it is printed. */
export interface Headline {
  finding: Finding<string> | undefined;
  /** The element that prints it. */
  element: Element | undefined;
}

/** The headline of a page, as it is printed above the article. */
export function findHeadline(page: Page): Headline {
  const sites = siteNames(page);
  const said = [...printed(page), ...declared(page)]
    .map((each) => ({ ...each, value: withoutSite(clean(each.value.slice(0, LONGEST)), sites, page.url) }))
    .filter(({ value }) => value.length > 1 && value.length <= LONGEST && !sites.some((site) => plain(site) === plain(value)));
  const finding = weigh(preferPrinted(merge(said)), plain, asPrinted);
  const element = page.elements.find((each) => isHeading(each) && plain(shortTextOf(each, LONGEST) ?? '') === plain(finding?.value ?? ''));
  return { finding, element };
}

/** As a reader sees it rather than as a field has it. */
function asPrinted(side: readonly Testimony<string>[]): string | undefined {
  return (side.find(({ witness }) => witness === 'h1') ?? side.find(({ origin }) => origin === 'print') ?? side[0])?.value;
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.tagName) || /\bheadline\b/.test(attribute(element, 'itemProp')) || NAMED.test(spelledName(element));
}

const NAMED = /\b(?:headline|(?:article|entry|post|story|page|news) ?(?:title|heading|header headline)|titre|titulo|titel)\b/;

function printed(page: Page): Testimony<string>[] {
  const h1 = page.elements.filter(({ tagName }) => tagName === 'h1');
  const items = page.elements.filter((each) => /\bheadline\b/.test(attribute(each, 'itemProp')));
  const named = page.elements.filter(
    (each) => /^(?:h[2-4]|div|p|span)$/.test(each.tagName) && NAMED.test(spelledName(each)) && shortTextOf(each, LONGEST) !== undefined,
  );
  return [
    ...h1.map((each, at) => ({ value: shortTextOf(each, LONGEST) ?? '', witness: 'h1', origin: 'print' as const, trust: at === 0 ? 0.84 : 0.7 })),
    ...items.slice(0, 1).map((each) => ({
      value: attribute(each, 'content') || (shortTextOf(each, LONGEST) ?? ''),
      witness: 'itemprop headline',
      origin: 'print' as const,
      trust: 0.84,
    })),
    ...named.slice(0, 2).map((each) => ({ value: shortTextOf(each, LONGEST) ?? '', witness: 'class', origin: 'print' as const, trust: 0.68 })),
  ];
}

function declared(page: Page): Testimony<string>[] {
  const said: Testimony<string>[] = Object.entries(METAS).flatMap(([name, trust]) =>
    (page.metas.get(name) ?? []).slice(0, 1).map((value) => ({ value, witness: `meta ${name}`, origin: 'system' as const, trust })),
  );
  const h1 = page.elements.filter(({ tagName }) => tagName === 'h1').map((each) => shortTextOf(each, LONGEST) ?? '');
  const node = mainArticle(page.jsonLd, { url: page.url, headlines: [...h1, ...(page.metas.get('og:title') ?? [])] });
  const headline = text(node?.headline) ?? text(node?.name);
  if (headline !== undefined) said.push({ value: headline, witness: 'json-ld', origin: 'system', trust: 0.82 });
  const title = page.elements.find(({ tagName }) => tagName === 'title');
  if (title !== undefined) said.push({ value: shortTextOf(title, LONGEST) ?? '', witness: 'title', origin: 'system', trust: 0.7 });
  return said;
}

/** Names that the page gives its site. */
export function siteNames(page: Page): string[] {
  const said = ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'cre', 'twitter:site'].flatMap(
    (name) => page.metas.get(name) ?? [],
  );
  const publishers = page.jsonLd
    .filter(isArticle)
    .map((node) => node.publisher)
    .filter((each) => isObject(each))
    .map((each) => text(each.name));
  return [...new Set([...said.map((each) => each.replace(/^@/, '')), ...publishers.filter((each) => each !== undefined)])].filter((each) => each.length > 1);
}

function clean(value: string): string {
  return value
    .replaceAll(/&amp;/g, '&')
    .replaceAll(/&(?:quot|#0?34);/g, '"')
    .replaceAll(/&(?:#0?39|apos|#x27);/g, "'")
    .replaceAll(/&(?:rsquo|#8217);/g, '’')
    .replaceAll(/<\/?[a-z][^<>]{0,100}>/gi, '')
    .replaceAll(/[\s\u200b\u00ad]+/g, (space) => (/\s/.test(space) ? ' ' : ''))
    .trim();
}

/** Lets a title that is the beginning of a printed headline, or has it and more, stand for it. */
function merge(said: readonly Testimony<string>[]): Testimony<string>[] {
  const headings = said.filter(({ origin }) => origin === 'print').map(({ value }) => value);
  return said.map((each) => {
    if (each.origin === 'print') return each;
    const own = plain(each.value);
    const match = headings.find((heading) => isPart(plain(heading), own));
    return match === undefined ? each : { ...each, value: match };
  });
}

/** How often a page's only `<h1>` is its headline where its fields word the same differently, for lists and search engines. */
const REWORDED = 0.95;

/** Believes the only `<h1>` of a page more than its fields where these say much the same. */
function preferPrinted(said: readonly Testimony<string>[]): Testimony<string>[] {
  const [only, ...more] = said.filter(({ witness }) => witness === 'h1');
  if (only === undefined || more.length > 0 || plain(only.value).split(' ').length < 4) return [...said];
  const isReworded = said.some(({ origin, value }) => origin === 'system' && plain(value) !== plain(only.value) && sharesWords(value, only.value));
  return isReworded ? said.map((each) => (each === only ? { ...each, trust: REWORDED } : each)) : [...said];
}

function sharesWords(one: string, other: string): boolean {
  const [a, b] = [new Set(plain(one).split(' ')), new Set(plain(other).split(' '))];
  return a.intersection(b).size >= Math.min(a.size, b.size) / 2;
}

/** Whether one of two is the other, shortened or lengthened at its end by a site or section. */
function isPart(heading: string, title: string): boolean {
  const least = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Katakana}|\p{Script=Thai}/u.test(heading) ? 6 : 20;
  if (heading.split(' ').length < 3 && heading.length < least) return heading === title;
  return title.startsWith(heading) || (title.length >= heading.length * 0.6 && heading.startsWith(title)) || title.endsWith(` ${heading}`);
}
