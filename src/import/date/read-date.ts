import { isoDay } from './day.ts';
import { readMachineDate } from './machine-date.ts';
import { isMonthFirst, readPrintedDate } from './printed-date.ts';

/** Which of `3/4/2020` is the day. */
export type NumericOrder = 'day-first' | 'month-first';

const NUMERIC = /^\D{0,12}?(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;

/** Reads a date in any form that people and programs write; the day alone where it is not a machine that wrote it. `language` is in BCP 47. */
export function readDate(written: string, order?: NumericOrder, language = 'en'): string | undefined {
  const text = written.trim();
  return readMachineDate(text, language) ?? numericDate(text, order) ?? (NUMERIC.test(text) ? undefined : readPrintedDate(text, { language }));
}

/** Which of two numbers is the day where this language is written; undefined where that is not the same everywhere. */
export function orderIn(language: string | undefined): NumericOrder | undefined {
  if (language === undefined || language === 'en') return undefined;
  return isMonthFirst(language) ? 'month-first' : 'day-first';
}

function numericDate(written: string, order: NumericOrder | undefined): string | undefined {
  const found = NUMERIC.exec(written);
  if (found === null) return undefined;
  const [, a = '', , b = '', year = ''] = found;
  const resolved = order ?? numericOrderOf([written]);
  if (resolved === undefined) return undefined;
  const [day, month] = resolved === 'day-first' ? [a, b] : [b, a];
  return isoDay(Number(year), Number(month), Number(day));
}

/** What the dates of one column tell of their order: a number above twelve is a day; dots are for days first. */
export function numericOrderOf(dates: readonly string[]): NumericOrder | undefined {
  for (const written of dates) {
    const [, a = '', mark, b = ''] = NUMERIC.exec(written.trim()) ?? [];
    if (mark === '.' || (Number(a) > 12 && Number(b) <= 12)) return 'day-first';
    if (Number(b) > 12 && Number(a) <= 12) return 'month-first';
  }
  // The same number twice is the same day either way.
  return dates.length === 1 && /^\D{0,12}?(\d{1,2})[./-]\1[./-]\d{4}/.test(dates[0] ?? '') ? 'day-first' : undefined;
}
