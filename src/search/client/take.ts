import { bibtex } from '../../formats/bibtex.ts';
import { cslJson } from '../../formats/csl-json.ts';
import { ris } from '../../formats/ris.ts';
import type { CitedWork } from '../../formats/work.ts';
import type { SearchAddress } from '../address.ts';
import type { FoundArticle, SearchAnswer } from '../engine.ts';
import { sayDays, sayQuery } from '../query/say.ts';
import { formatCount } from './numbers.ts';

/** Where results are taken from. */
export interface Origin {
  /** Name of the archive. */
  archive: string;
  /** Whole address of the site's root, base path included. */
  site: string;
  /** Today, by the reader's clock: `2026-11-25`. */
  day: string;
}

/** A form in which results can be taken away. */
export interface TakeFormat {
  label: string;
  /** Ending of the file's name. */
  ending: string;
  type: string;
  /** What stands before the first article, between two, and after the last. */
  before?: string;
  between?: string;
  after?: string;
  write(article: FoundArticle, origin: Origin): string;
}

const COLUMNS = ['date', 'title', 'deck', 'authors', 'source', 'sourceId', 'language', 'topics', 'places', 'people', 'url', 'original'] as const;

/** All forms, in the order in which they are offered. */
export const TAKE_FORMATS: readonly TakeFormat[] = [
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  { label: 'CSV', ending: 'csv', type: 'text/csv', before: `\uFEFF${COLUMNS.join(',')}\r\n`, write: csvRow },
  { label: 'JSON Lines', ending: 'jsonl', type: 'application/jsonl', write: (article, origin) => `${JSON.stringify(fieldsOf(article, origin))}\n` },
  {
    label: 'BibTeX',
    ending: 'bib',
    type: 'application/x-bibtex',
    between: '\n',
    write: (article, origin) => bibtex(workOf(article, origin)),
  },
  {
    label: 'RIS',
    ending: 'ris',
    type: 'application/x-research-info-systems',
    between: '\r\n',
    write: (article, origin) => ris(workOf(article, origin)),
  },
  {
    label: 'CSL-JSON',
    ending: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    before: '[\n',
    between: ',\n',
    after: '\n]\n',
    // A list of one, of which the item is wanted.
    write: (article, origin) => cslJson(workOf(article, origin)).trim().slice(1, -1).trim(),
  },
];

/** Writes articles that come one after the other, so that ten thousand of them hold nobody up. */
export class Taken {
  private readonly parts: string[];
  private readonly format: TakeFormat;
  private readonly origin: Origin;
  length = 0;

  constructor(format: TakeFormat, origin: Origin) {
    this.format = format;
    this.origin = origin;
    this.parts = [format.before ?? ''];
  }

  add(articles: readonly FoundArticle[]): void {
    const { between = '', write } = this.format;
    for (const article of articles) {
      this.parts.push(this.length === 0 ? '' : between, write(article, this.origin));
      this.length += 1;
    }
  }

  /** The parts of the file, in order. */
  done(): string[] {
    return [...this.parts, this.format.after ?? ''];
  }
}

/** What a search was, in a sentence for a methods section. */
export function searchSentence(answer: SearchAnswer, address: SearchAddress, origin: Origin & { url: string }): string {
  const { total, exact, searched, reading } = answer;
  const found = `${exact ? '' : 'At least '}${formatCount(total)} ${total === 1 ? 'article' : 'articles'}`;
  const whole = `${formatCount(searched.of)} ${searched.of === 1 ? 'article' : 'articles'}, ${searched.from} to ${searched.to}`;
  const query = reading.query === undefined ? '' : ` matching ${sayQuery(reading.query)} (query: ${address.text})`;
  const limits = [
    ...sayList('source', address.sources, answer.facets.sources),
    ...sayList('topic', address.topics, answer.facets.topics),
    ...sayList('language', address.languages, []),
    ...sayList('year', address.years, []),
    ...sayList('month', address.months, []),
    ...(address.from + address.to === '' ? [] : [sayDays(address.from || undefined, address.to || undefined)]),
  ];
  const limited = limits.length === 0 ? '' : `, limited to ${limits.join(' and ')}`;
  const part = exact ? '' : `, of which ${formatCount(searched.articles)} were searched`;
  return `${found} in ${origin.archive} (${whole}${part})${query}${limited}. Searched on ${origin.day} at ${origin.url}`;
}

function sayList(name: string, ids: readonly string[], values: readonly { id: string; label: string }[]): string[] {
  if (ids.length === 0) return [];
  return [`${name} ${ids.map((id) => `“${values.find((value) => value.id === id)?.label ?? id}”`).join(' or ')}`];
}

function workOf(article: FoundArticle, { archive, site, day }: Origin): CitedWork {
  return {
    title: article.title,
    suppliedTitle: article.suppliedTitle,
    authors: article.authors,
    source: article.sourceName,
    language: article.language,
    day: article.date.slice(0, 10),
    inferredDate: article.inferredDate,
    archive,
    url: urlOf(article, site),
    ...(article.sourceUrl !== undefined && { original: article.sourceUrl }),
    accessed: day,
  };
}

function urlOf({ href }: FoundArticle, site: string): string {
  return new URL(href, site).href;
}

function fieldsOf(article: FoundArticle, { site }: Origin) {
  const { date, title, deck, authors, sourceName, source, language, topics, places, people, sourceUrl } = article;
  return { date, title, deck, authors, source: sourceName, sourceId: source, language, topics, places, people, url: urlOf(article, site), original: sourceUrl };
}

/** RFC 4180. Programs that calculate would take a cell that begins with one of these signs for a formula, so an apostrophe goes before it. */
function csvRow(article: FoundArticle, origin: Origin): string {
  const cell = (value: string | readonly string[] | undefined = '') => {
    const text = typeof value === 'string' ? value : value.join('; ');
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const fields = fieldsOf(article, origin);
  return `${COLUMNS.map((name) => cell(fields[name])).join(',')}\r\n`;
}
