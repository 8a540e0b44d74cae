import { formatMonthName, formatPeriod } from '../archive/dates.ts';

/**
 * An article as citations tell of it: plain data, so that a page can carry it (`work-meta.ts`) and a
 * browser read it back. Browser-safe.
 */
export interface CitedWork {
  title: string;
  /** Whether the archivist wrote the title; styles put such a one in brackets. */
  suppliedTitle: boolean;
  /** Names as printed, one an entry. */
  authors: readonly string[];
  /** Name of the newspaper, agency or site that published it first. */
  source: string;
  /** BCP 47. */
  language: string;
  /** Day of first publication: `2020-03-05`. */
  day: string;
  /** Whether the day was worked out by the archive; styles put such a one in brackets. */
  inferredDate: boolean;
  /** Name of the archive. */
  archive: string;
  /** Where the archive keeps it: whole address. */
  url: string;
  /** Where it was published first. */
  original?: string;
  /** Day on which the reader saw it, by the reader's clock; a built page, which has no clock, leaves it out. */
  accessed?: string;
}

/**
 * A piece of a citation. Names and headlines may run from right to left and must not drag the rest along,
 * so what stands between them is a piece of its own.
 */
export interface CitationPart {
  text: string;
  /** Whether styles set it in italics: names of newspapers and archives. */
  italic?: true;
}

/** A style: a work as a list of pieces. */
export type CitationStyle = (work: CitedWork) => CitationPart[];

/** Pieces of strings, without those that are missing or empty; `italic('…')` for the ones in italics. */
export function parts(...pieces: readonly (string | CitationPart | undefined)[]): CitationPart[] {
  return pieces.flatMap((piece) => {
    const part = typeof piece === 'string' ? { text: piece } : piece;
    return part === undefined || part.text === '' ? [] : [part];
  });
}

/** See {@link CitationPart}. */
export function italic(text: string): CitationPart {
  return { text, italic: true };
}

/** In brackets, where the archive and not the source says so. */
export function bracketed(text: string, isOurs: boolean): string {
  return isOurs ? `[${text}]` : text;
}

/** Whether a text ends in a mark after which no full stop or comma stands. */
export function endsSentence(text: string): boolean {
  return /[.?!…。！？؟۔]$/u.test(text);
}

/** A headline in quotation marks with a mark after it, inside or outside as the style wants it; a supplied one in brackets. */
export function quoted({ title, suppliedTitle }: CitedWork, { marks = '“”', mark, inside }: { marks?: string; mark: string; inside: boolean }): string {
  if (suppliedTitle) return `[${title}]${mark}`;
  const [open = '', close = ''] = marks;
  const after = endsSentence(title) ? '' : mark;
  return inside ? `${open}${title}${after}${close}` : `${open}${title}${close}${after}`;
}

/** `March 5, 2020`. */
export function americanDay(day: string): string {
  return `${formatMonthName(day)} ${Number(day.slice(8))}, ${Number(day.slice(0, 4))}`;
}

/** `5 Mar. 2020`: MLA shortens months of more than four letters. */
export function shortDay(day: string): string {
  const name = formatMonthName(day);
  const short = name.length <= 4 ? name : `${name.slice(0, name.startsWith('Sept') ? 4 : 3)}.`;
  return formatPeriod(day).replace(name, short);
}
