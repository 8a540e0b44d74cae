import type { SearchQuery } from './engine.ts';
import { readDays } from './query/dates.ts';

/** How many hits are shown at first, and how many more at a time. */
export const PAGE_SIZE = 10;

/** Everything that the address of the search page says. */
export interface SearchAddress extends SearchQuery {
  /** How many hits are shown: a multiple of {@link PAGE_SIZE}. */
  shown: number;
  /** Hits as articles, or each place with the words beside it: in the order of the articles, or of the words to its left or right. */
  view: 'articles' | 'lines' | 'left' | 'right';
}

const MOST_TEXT = 500;
const MOST_LIMITS = 100;
const MOST_SHOWN = 1000;
const SORTS: readonly SearchQuery['sort'][] = ['relevance', 'newest', 'oldest'];
const LANGUAGE = /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i;
const VIEWS: readonly SearchAddress['view'][] = ['articles', 'lines', 'left', 'right'];
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,99}$/u;

/** Reads an address; what makes no sense in it is left out. Every address is a search. */
export function readAddress(params: URLSearchParams): SearchAddress {
  const sort = SORTS.find((each) => each === params.get('sort')) ?? 'relevance';
  const pages = Math.ceil(Number(params.get('show')) / PAGE_SIZE);
  return {
    text: textOf(params.get('q') ?? ''),
    sources: limitsOf(params.getAll('source'), ID),
    topics: limitsOf(params.getAll('topic'), ID),
    languages: limitsOf(params.getAll('lang'), LANGUAGE),
    years: limitsOf(params.getAll('year'), /^\d{4}$/),
    months: limitsOf(params.getAll('month'), /^\d{4}-(0[1-9]|1[0-2])$/),
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    sort,
    view: VIEWS.find((each) => each === params.get('view')) ?? 'articles',
    shown: pages > 1 && pages <= MOST_SHOWN / PAGE_SIZE ? pages * PAGE_SIZE : PAGE_SIZE,
  };
}

/** Writes an address: settings in one order, defaults left out, so that one search has one address. */
export function writeAddress(address: SearchAddress): URLSearchParams {
  const params = new URLSearchParams();
  if (address.text !== '') params.set('q', address.text);
  for (const id of address.sources) params.append('source', id);
  for (const id of address.topics) params.append('topic', id);
  for (const tag of address.languages) params.append('lang', tag);
  for (const year of address.years) params.append('year', year);
  for (const month of address.months) params.append('month', month);
  if (address.from !== '') params.set('from', address.from);
  if (address.to !== '') params.set('to', address.to);
  if (address.sort !== 'relevance') params.set('sort', address.sort);
  if (address.view !== 'articles') params.set('view', address.view);
  if (address.shown > PAGE_SIZE) params.set('show', String(address.shown));
  return params;
}

/** Whether there is anything to look for. */
export function isEmpty({ text, sources, topics, languages, years, months, from, to }: SearchQuery): boolean {
  return text + from + to === '' && sources.length + topics.length + languages.length + years.length + months.length === 0;
}

function textOf(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MOST_TEXT)
    .toWellFormed()
    .trim();
}

/** A day that exists, or nothing. */
function dayOf(value: string | null): string {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(value ?? '') ? readDays(value ?? '') : undefined;
  return days?.from ?? '';
}

function limitsOf(values: readonly string[], form: RegExp): string[] {
  return [...new Set(values.map((value) => value.normalize('NFC')))]
    .filter((value) => form.test(value))
    .slice(0, MOST_LIMITS)
    .sort();
}
