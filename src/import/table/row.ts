import { type NumericOrder, readDate } from '../date/read-date.ts';
import { type Draft, said } from '../item.ts';
import { looksLikeMarkup, plainTitle } from '../text/markup.ts';
import { type Field, isBareNumber } from './guess.ts';
import type { TableMapping } from './mapping-file.ts';

/** A row of a table, or a document of JSON with its values in one level: `publisher.name`. Several values are a list. */
export interface Row {
  /** What tells it from the others: `row 12`. */
  part: string;
  values: Readonly<Record<string, string | readonly string[]>>;
  /** Where a row of a table has fewer cells than there are columns: its line, and the columns that it has none for. */
  short?: { line: number; missing: readonly string[] };
}

/** Fields whose cell is not left out without a reason. */
const EXPECTED: readonly Field[] = ['title', 'date', 'source', 'authors'];

/** Makes an article of a row, by what a mapping says; or says what it lacks. */
export function rowDraft(row: Row, mapping: TableMapping, order: NumericOrder | undefined): Draft | { reason: string } {
  const list = (field: Field): string[] => {
    const column = mapping.columns[field];
    const value = column === undefined ? undefined : row.values[column];
    const values = value === undefined ? [] : typeof value === 'string' ? [value] : value;
    return values.map((each) => each.trim()).filter((each) => each !== '' && !/^(?:nan|null|none|n\/a|undefined)$/i.test(each));
  };
  const one = (field: Field): string | undefined => list(field)[0];
  const text = one('text');
  const title = plainTitle(one('title') ?? '');
  if (text === undefined)
    return { reason: title === '' ? 'The row has neither headline nor text.' : `The row has a headline (“${title.slice(0, 80)}”) and no text.` };
  const doubts: string[] = [];
  const missing = EXPECTED.filter((field) => row.short?.missing.includes(mapping.columns[field] ?? ''));
  if (missing.length > 0) doubts.push(`Its row, line ${row.short?.line}, ends early: it has no cell for ${missing.join(', ')}.`);
  const names = (field: Field, split: (written: string) => string[] = (written) => [plainTitle(written)]): string[] => {
    const all = list(field).flatMap(split);
    // Beside a name, a number is one as well: the topics “2020; Syria”.
    const numbers = field === 'topics' && all.some((name) => name !== '' && !isBareNumber(name)) ? [] : all.filter(isBareNumber);
    if (numbers.length > 0) doubts.push(`What it has for ${field} was left out: ${numbers.slice(0, 10).join(', ')}. A number is no name.`);
    return all.filter((name) => name !== '' && !numbers.includes(name));
  };
  const date = dateIn('date', one('date'), order, doubts);
  const updated = dateIn('updated', one('updated'), order, doubts);
  const addresses = [...list('address'), ...Object.values(row.values).flat()].map((each) => each.trim());
  const address = webAddress(list('address').find((each) => webAddress(each) !== undefined));
  const base = address ?? webAddress(addresses.find((each) => webAddress(each) !== undefined));
  const authors = names('authors', splitNames);
  const [source] = names('source');
  const [section] = names('section');
  const deck = plainTitle(one('deck') ?? '');
  const image = webAddress(one('image'));
  const captured = one('captured');
  return {
    text,
    markup: looksLikeMarkup(text) ? 'html' : 'plain',
    ...(base !== undefined && { base }),
    ...(title !== '' && { headline: said(title, 'table') }),
    ...(deck !== '' && deck !== title && { deck: said(deck, 'table') }),
    ...(authors.length > 0 && { authors: said([...new Set(authors)], 'table') }),
    ...(date !== undefined && { date: said(date, 'table') }),
    ...(updated !== undefined && (date === undefined || updated > date) && { updated: said(updated, 'table') }),
    ...(one('language') !== undefined && { language: said(one('language') ?? '', 'table') }),
    ...(source !== undefined && { publisher: said(source, 'table') }),
    ...(address !== undefined && { address: said(address, 'table') }),
    ...(section !== undefined && { section }),
    ...(one('dateline') !== undefined && { dateline: plainTitle(one('dateline') ?? '') }),
    ...(one('rights') !== undefined && { rights: plainTitle(one('rights') ?? '') }),
    ...(image !== undefined && { picture: { src: image } }),
    ...(captured !== undefined && { captured: readDate(captured, order) }),
    keywords: names('topics', (written) => splitList(written).map(plainTitle)),
    doubts,
  };
}

function dateIn(field: string, written: string | undefined, order: NumericOrder | undefined, doubts: string[]): string | undefined {
  if (written === undefined) return undefined;
  const date = readDate(written, order);
  if (date === undefined)
    doubts.push(
      `The ${field} “${written.slice(0, 60)}” cannot be read${/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(written) ? ': either number may be the day; say “numericDates: day-first” in the mapping' : ''}.`,
    );
  return date;
}

/** An absolute address of the web, else undefined. */
export function webAddress(written: string | undefined): string | undefined {
  const url = written === undefined ? null : URL.parse(written.trim());
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** `['a', 'b']`, `["a","b"]`, `a; b`, `a|b`, `a, b`: lists as tables hold them. */
export function splitList(written: string): string[] {
  const bare = written.trim();
  if (/^\[.*\]$/s.test(bare))
    return [...bare.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,'"[\]]+)/g)]
      .map(([, a, b, c]) => (a ?? b ?? c ?? '').trim())
      .filter((each) => each !== '');
  const mark = ['|', ';', ','].find((each) => bare.includes(each));
  return (mark === undefined ? [bare] : bare.split(mark)).map((each) => each.trim()).filter((each) => each !== '');
}

// A comma may belong to a name (“Smith, Jr.”; “Doe, Jane”): only what surely is a list is taken apart.
function splitNames(written: string): string[] {
  const bare = plainTitle(written).replace(/^by[:\s]+/i, '');
  if (/^\[.*\]$|[|;]/s.test(bare)) return splitList(bare);
  const parts = bare.split(/,\s*(?:and\s+)?|\s+(?:and|&)\s+/);
  return parts.length > 1 && parts.every((part) => /^\S+\s+\S+/.test(part.trim())) ? parts.map((part) => part.trim()) : [bare].filter((each) => each !== '');
}
