import type { Element } from 'hast';
import type { Finding } from '../../found.ts';
import { type HeadRegion, liesIn } from '../page/head-region.ts';
import { isObject, type JsonObject, type JsonValue, list } from '../page/json.ts';
import { typesOf } from '../page/json-ld.ts';
import { resolve } from '../page/main-article.ts';
import type { Page } from '../page/page.ts';
import { attribute, elements, shortTextOf, spelledName, textOf } from '../page/tree.ts';
import { linesOf } from '../text/lines.ts';
import { type Testimony, weigh } from '../weigh/weigh.ts';
import { personsIn } from './names.ts';

/** What the witnesses of authors look at. */
export interface AuthorEvidence {
  page: Page;
  node: JsonObject | undefined;
  region: HeadRegion;
  /** Names of the site and its owner, which are no authors. */
  publishers: readonly string[];
}

type Authors = readonly string[];

// How often each names just the authors, as a set, where present; set by the side of 0.71 to 0.76 for single sources, and 0.87 where two agree.
const TRUST = { jsonLd: 0.8, meta: 0.74, weakMeta: 0.62, itemprop: 0.76, rel: 0.74, byline: 0.8, named: 0.68, line: 0.78 };

const METAS = [
  'parsely-author',
  'sailthru.author',
  'article:author',
  'author',
  'byl',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'article.author',
  'cxenseparse:author',
  'byline',
  'authors',
  'twitter:data1',
  'twitter:creator',
];

/** The persons that a page names as authors. A name that stands nowhere on the page for readers to see is not taken. */
export function findAuthors(evidence: AuthorEvidence): Finding<Authors> | undefined {
  const said = [...byJsonLd(evidence), ...byMetas(evidence), ...byPrint(evidence)].filter(({ value }) => value.length > 0);
  const printed = visibleText(evidence.page);
  const seen = said
    .map((each) => ({ ...each, value: each.value.filter((name) => each.origin === 'print' || printed.includes(fold(name))) }))
    .filter(({ value }) => value.length > 0);
  return weigh(seen, (names) => names.map(fold).sort().join('|'));
}

function visibleText(page: Page): string {
  const body = page.elements.find(({ tagName }) => tagName === 'body');
  return body === undefined ? '' : fold(textOf(body));
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function byJsonLd({ page, node, publishers }: AuthorEvidence): Testimony<Authors>[] {
  const persons = list(node?.author)
    .concat(node?.author === undefined ? list(node?.creator) : [])
    .slice(0, 30)
    .flatMap((each) => personNames(each, page, publishers));
  return persons.length === 0 ? [] : [{ value: [...new Set(persons)], witness: 'json-ld', origin: 'system', trust: TRUST.jsonLd }];
}

function personNames(author: JsonValue, page: Page, publishers: readonly string[]): string[] {
  const said = resolve(author, page.jsonLd);
  if (typeof said === 'string') return /^https?:/.test(said) ? [] : personsIn(said, publishers);
  if (!isObject(said) || typesOf(said).some((type) => /Organization|Corporation|Brand|WebSite/.test(type))) return [];
  return list(said.name)
    .filter((name) => typeof name === 'string')
    .slice(0, 30)
    .flatMap((name) => personsIn(name, publishers));
}

function byMetas({ page, publishers }: AuthorEvidence): Testimony<Authors>[] {
  return METAS.flatMap((name) => {
    const values = (page.metas.get(name) ?? []).filter((value) => !/^https?:|^@/.test(value));
    if (name === 'twitter:data1' && !/written by/i.test(page.metas.get('twitter:label1')?.[0] ?? '')) return [];
    const persons = [...new Set(values.slice(0, 30).flatMap((value) => personsIn(value, publishers)))];
    return persons.length === 0
      ? []
      : [
          {
            value: persons,
            witness: `meta ${name}`,
            origin: 'system' as const,
            trust: name === 'author' || name.startsWith('dc') ? TRUST.weakMeta : TRUST.meta,
          },
        ];
  });
}

/** The longest line that is a byline, in characters. */
const LONGEST = 140;
const LONGEST_LINE = 90;
const BYLINE =
  /\b(?:byline|bylines|by line|author|authors|autor|autores|auteur|autore|writer|writers|reporter|contributor|contributors|firma|signature|creator|posted by|article by|vcard|fn)\b/;
const NOT_BYLINE =
  /\b(?:bio|image|img|photo|avatar|social|follow|twitter|email|role|title|job|location|comment|comments|related|box|about|more|picture|caption|credit)\b/;
const BY =
  /^(?:(?:words|story|text|written|reported|posted|published|analysis|opinion|review)\s+)?(?:by|von|par|por|di|door|av|af|автор|текст|oleh|autor(?:in|a)?|author|بقلم|作者|記者|记者)[\s:：]/iu;

function byPrint({ page, region, publishers }: AuthorEvidence): Testimony<Authors>[] {
  const said: Testimony<Authors>[] = [];
  const hear = (witness: string, trust: number, test: (element: Element) => boolean): void => {
    const found = page.elements.filter((element, index) => liesIn(region, index) && test(element) && shortTextOf(element, LONGEST) !== undefined);
    const persons = group(found, page).flatMap((element) => namesIn(element, publishers));
    if (persons.length > 0) said.push({ value: dedupe(persons), witness, origin: 'print', trust });
  };
  hear(
    'itemprop author',
    TRUST.itemprop,
    (element) =>
      /\bauthor\b/.test(attribute(element, 'itemProp')) && !elements(element).some((each) => each !== element && /\bname\b/.test(attribute(each, 'itemProp'))),
  );
  hear('itemprop name', TRUST.itemprop, (element) => /\bname\b/.test(attribute(element, 'itemProp')) && inAuthor(element, page));
  hear('rel author', TRUST.rel, (element) => /\bauthor\b/.test(attribute(element, 'rel')));
  hear('byline', TRUST.byline, (element) => BYLINE.test(spelledName(element)) && !NOT_BYLINE.test(spelledName(element)));
  hear('line by headline', TRUST.line, (element) => {
    const line = region.at < 0 || CELLS.has(element.tagName) ? '' : (shortTextOf(element, LONGEST_LINE) ?? '');
    return BY.test(line) && !CONSENT.test(line) && !isOfAnother(element, page);
  });
  return said;
}

/** “By clicking …, you agree” */
const CONSENT = /^by \p{L}+ing\b/iu;

/** Whether a byline stands in a list or box of other articles. */
function isOfAnother(element: Element, page: Page): boolean {
  let each = page.parents.get(element);
  for (let step = 0; step < 5 && each?.type === 'element'; step++) {
    if (['li', 'aside', 'nav'].includes(each.tagName) || OTHERS.test(spelledName(each))) return true;
    each = page.parents.get(each);
  }
  return false;
}

const OTHERS = /\b(?:related|recommended|popular|trending|sidebar|teaser|teasers|also|recirc)\b/;

/** Cells and entries of a table or list of facts: “Written by …” of a film. */
const CELLS = new Set(['td', 'th', 'dd', 'dt', 'li']);

/** The persons in a byline: in its text, line by line, else in its links. */
function namesIn(element: Element, publishers: readonly string[]): string[] {
  const names = personsIn(attribute(element, 'content') || linesOf(element).join('\n'), publishers);
  if (names.length > 0) return names;
  return elements(element)
    .filter((each) => each.tagName === 'a' && each !== element)
    .flatMap((each) => personsIn(textOf(each), publishers));
}

function inAuthor(element: Element, page: Page): boolean {
  let each = page.parents.get(element);
  for (let step = 0; step < 4 && each?.type === 'element'; step++) {
    if (/\bauthor\b/.test(attribute(each, 'itemProp'))) return true;
    each = page.parents.get(each);
  }
  return false;
}

/** The innermost of elements that hold one another, and of these the ones that stand by the first. */
function group(found: readonly Element[], page: Page): Element[] {
  const held = new Set<unknown>();
  for (const element of found) for (let each = page.parents.get(element); each !== undefined; each = page.parents.get(each)) held.add(each);
  const inner = found.filter((element) => !held.has(element));
  const [first] = inner;
  if (first === undefined) return [];
  const start = page.elements.indexOf(first);
  return inner.filter((element) => page.elements.indexOf(element) - start < 25);
}

function dedupe(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(fold(name)) && seen.add(fold(name)) !== undefined);
}
