import type { Element, Parents } from 'hast';
import { isoDay } from '../../date/day.ts';
import { readMachineDate } from '../../date/machine-date.ts';
import { type Reading, readPrintedDate } from '../../date/printed-date.ts';
import { type HeadRegion, liesIn } from '../page/head-region.ts';
import type { JsonObject } from '../page/json.ts';
import { text } from '../page/main-article.ts';
import type { Page } from '../page/page.ts';
import { attribute, elements, isBlock, shortTextOf, spelledName } from '../page/tree.ts';
import type { Testimony } from '../weigh/weigh.ts';
import { readRelativeDate } from './relative-date.ts';

/** What the witnesses of a date look at. */
export interface DateEvidence {
  page: Page;
  reading: Reading;
  /** JSON-LD of the article. */
  node: JsonObject | undefined;
  region: HeadRegion;
}

// How often each names the day of publication where present: the middle of what was measured on about 1,700 pages with known dates.
const TRUST = {
  address: 0.96,
  published: 0.94,
  jsonLd: 0.9,
  webPage: 0.8,
  itemprop: 0.94,
  meta: 0.88,
  time: 0.935,
  near: 0.905,
  unnamed: 0.8,
  far: 0.53,
  modified: 0.6,
};

const PUBLISHED = ['article:published_time', 'article:published', 'og:article:published_time', 'og:published_time', 'datepublished', 'rnews:datepublished'];
const OTHER_METAS =
  'parsely-pub-date sailthru.date dc.date dc.date.issued dc.date.created dcterms.date dcterms.created dcterms.issued dcterms.available citation_date citation_publication_date date pubdate pub_date publishdate publish-date publish_date publication_date publication-date published published-date published_date displaydate originalpublicationdate ptime article_date_original article.published article.created datecreated created creation_date release_date cxenseparse:recs:publishtime bt:pubdate dcsext.pubdate sdate'.split(
    ' ',
  );
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dc.date.modified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
  'article.updated',
  'revised',
];

/** Every word on when an article was first published, and on when it was last changed. */
export interface DateWitnesses {
  published: Testimony<string>[];
  changed: Testimony<string>[];
}

export function dateWitnesses(evidence: DateEvidence): DateWitnesses {
  const { page, reading, node } = evidence;
  const printed = printedDates(evidence);
  return {
    published: [...byAddress(evidence), ...byMetas(evidence), ...byJsonLd(evidence), ...byItems(evidence, /\bdatePublished\b/), ...byPrint(printed)],
    changed: [
      ...MODIFIED.flatMap((name) => machine(page.metas.get(name)?.[0], `meta ${name}`, 0.85, reading)),
      ...machine(text(node?.dateModified), 'json-ld dateModified', 0.85, reading),
      ...byItems(evidence, /\bdateModified\b/),
      ...printed.filter(({ changed }) => changed).map(({ value, witness }) => ({ value, witness, origin: 'print' as const, trust: 0.85 })),
    ],
  };
}

function machine(written: string | undefined, witness: string, trust: number, reading: Reading): Testimony<string>[] {
  const value = written === undefined ? undefined : readField(written, reading);
  return value === undefined ? [] : [{ value, witness, origin: 'system', trust }];
}

/** A date in a field for programs, into which some sites put one for people. */
function readField(written: string, reading: Reading): string | undefined {
  return readMachineDate(written, reading.language) ?? readPrintedDate(written, reading);
}

const PATH = /[/_-](\d{4})[/_-]?(\d{2}|[a-z]{3})[/_-]?(\d{2})(?=[/_.-]|$)|\/(\d{4})\/(?:[\w-]+\/)?(\d{1,2})\/(\d{1,2})(?=\/)/;
const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function byAddress({ page }: DateEvidence): Testimony<string>[] {
  const path = URL.parse(page.url ?? '')?.pathname.toLowerCase() ?? '';
  const found = PATH.exec(path);
  if (found === null) return [];
  const [, year = found[4], month = found[5] ?? '', day = found[6]] = found;
  const number = SHORT_MONTHS.indexOf(month) + 1 || Number(month);
  const value = Number(year) >= 1990 ? isoDay(Number(year), number, Number(day)) : undefined;
  return value === undefined ? [] : [{ value, witness: 'address', origin: 'address', trust: TRUST.address }];
}

function byMetas({ page, reading }: DateEvidence): Testimony<string>[] {
  return [
    ...PUBLISHED.flatMap((name) => machine(page.metas.get(name)?.[0], `meta ${name}`, TRUST.published, reading)),
    ...OTHER_METAS.flatMap((name) => machine(page.metas.get(name)?.[0], `meta ${name}`, TRUST.meta, reading)),
  ];
}

function byJsonLd({ page, node, reading }: DateEvidence): Testimony<string>[] {
  const own = [
    ...machine(text(node?.datePublished), 'json-ld datePublished', TRUST.jsonLd, reading),
    ...(node?.datePublished === undefined ? machine(text(node?.dateCreated), 'json-ld dateCreated', TRUST.webPage, reading) : []),
  ];
  if (own.length > 0) return own;
  // Sites that describe the page and not the article give its date to the page.
  const holder = page.jsonLd.find((each) => each.datePublished !== undefined && /WebPage|VideoObject|Event$/.test(String(each['@type'])));
  return machine(text(holder?.datePublished), 'json-ld page', TRUST.webPage, reading);
}

function byItems({ page, reading }: DateEvidence, name: RegExp): Testimony<string>[] {
  const item = page.elements.find((each) => name.test(attribute(each, 'itemProp')) || name.test(attribute(each, 'property')));
  if (item === undefined) return [];
  return machine(attribute(item, 'content') || attribute(item, 'dateTime') || (shortTextOf(item, LONGEST) ?? ''), 'itemprop', TRUST.itemprop, reading);
}

interface PrintedDate {
  value: string;
  witness: string;
  trust: number;
  /** Said to be the date of a change. */
  changed: boolean;
  /** Said to be the date of publication. */
  first: boolean;
}

function byPrint(found: readonly PrintedDate[]): Testimony<string>[] {
  const first = found.filter(({ changed }) => !changed);
  const said = first.length > 0 ? first : found.map((each) => ({ ...each, trust: TRUST.modified }));
  return said.map(({ value, witness, trust }) => ({ value, witness, trust, origin: 'print' }));
}

/** The longest line that gives a date; longer ones tell of one. In characters. */
const LONGEST = 160;

const CHANGED =
  /(?<!\p{L})(?:updated?|modified|edited|last|revised|aktualisiert|mis(?:e)? [àa] jour|modifi[ée]|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|opdateret|oppdatert|aktualizov[aá]no|zaktualizowano|aktualizacja|güncelleme|обновлено|изменено|оновлено)(?!\p{L})|最終更新|更新(?:日|于|時間|时间)?|آخر تحديث|수정/iu;
const FIRST =
  /(?<!\p{L})(?:published|posted|created|first|issued|ver[öo]ffentlicht|erstellt|publi[ée]e?|publicado|pubblicato|gepubliceerd|publicerad|udgivet|publisert|опубликовано|opublikowano|yayınlanma|giriş)(?!\p{L})|公開|配信|发布|發布|입력|نشر/iu;
const DATED = /\b(?:date|dates|dateline|time|timestamp|published?|publication|pubdate|posted|byline|meta|datum|fecha|data|posttime|postdate|timeago|created)\b/;

function printedDates({ page, reading, region }: DateEvidence): PrintedDate[] {
  const found: PrintedDate[] = [];
  page.elements.forEach((element, index) => {
    const near = region.at >= 0 && liesIn(region, index);
    const named = element.tagName === 'time' || DATED.test(spelledName(element));
    if (!near && !named) return;
    const line = shortTextOf(element, LONGEST);
    if (line === undefined || (line === '' && element.tagName !== 'time')) return;
    if (!named && (elements(element).length > 4 || inProse(element, page))) return;
    const isTime = element.tagName === 'time';
    const trust = near ? (isTime ? TRUST.time : named ? TRUST.near : TRUST.unnamed) : TRUST.far;
    const witness = isTime ? 'time' : near ? 'text by headline' : 'text';
    const turn = FIRST.test(line) ? line.search(CHANGED) : -1;
    // “Published on 8 October, updated on 9 October” is two dates.
    for (const part of turn > 0 ? [line.slice(0, turn), line.slice(turn)] : [line]) {
      const value = dateOf(element, part, page, reading);
      const label = `${spelledName(element)} ${part} ${precedingLabel(element, page)}`;
      if (value !== undefined) found.push({ value, witness, trust, changed: CHANGED.test(label) && !FIRST.test(label), first: FIRST.test(part) });
    }
  });
  // The first of a kind is the article's; those below it belong to other articles.
  const near = found.filter(({ witness, trust }) => witness !== 'text' && trust !== TRUST.far);
  if (near.length > 0) return firstOfEach(near);
  // Far from the headline there are dates of comments and other articles; one that is said to be of publication goes before them.
  return firstOfEach(found.toSorted((a, b) => Number(b.first) - Number(a.first)));
}

function firstOfEach(found: readonly PrintedDate[]): PrintedDate[] {
  const seen = new Set<string>();
  return found.filter(({ witness, changed }) => {
    const key = `${witness} ${changed}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function dateOf(element: Element, line: string, page: Page, reading: Reading): string | undefined {
  const printed = readPrintedDate(line, reading);
  const written =
    element.tagName === 'time' || element.tagName === 'abbr' ? readField(attribute(element, 'dateTime') || attribute(element, 'title'), reading) : undefined;
  // The day that people read goes before the one that machines do: the latter may be in another zone.
  if (printed !== undefined) return written?.startsWith(printed) ? written : printed;
  return written ?? (page.captured === undefined ? undefined : readRelativeDate(line, page.captured, reading));
}

/** The words right before an element in its parent: “Updated:”. */
function precedingLabel(element: Element, page: Page): string {
  const parent = page.parents.get(element);
  const before = parent?.children[parent.children.indexOf(element) - 1];
  const label = before === undefined ? '' : (shortTextOf(before, 40) ?? '');
  // With figures it is a date of its own.
  return /\p{Nd}/u.test(label) ? '' : label;
}

/** Whether an element stands in a paragraph of the text, which tells of dates. */
function inProse(element: Element, page: Page): boolean {
  for (let each: Parents | undefined = element; each?.type === 'element'; each = page.parents.get(each))
    if (isBlock(each)) return shortTextOf(each, LONGEST) === undefined;
  return false;
}
