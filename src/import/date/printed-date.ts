import { isoDay } from './day.ts';
import { monthNumber } from './month-names.ts';
import { westernDigits } from './western-digits.ts';

/** What helps to read a date that is printed for people. */
export interface Reading {
  /** BCP 47 of the page: month names, and whether a day or a month comes first. */
  language: string;
}

const NUMBERS =
  /(?<![\d.,:/-])(?:(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})|(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\5\s?(\d{4}|\d{2}))(?![\d/-]|[.,:]\d)/;
const AROUND = 24;
const BEFORE = /(?<!\d)(\d{1,2})\s?(?:st|nd|rd|th|er|re|º|ª|°|\.|日)?,?\s?(?:(?:de|of|di|i|ta[’']|den|d['’])\s?)?$/iu;
const AFTER_DAY = /^[.,]?\s?(\d{1,2})(?:st|nd|rd|th|er|\.)?(?!\d|:)/iu;
const YEAR = /^[^\p{L}\d]{0,4}(?:(?:de|del|of|г|m|ve)\b[^\p{L}\d]{0,2})?['’]?(\d{4})(?!\d)/iu;
const YEAR_BEFORE = /(?<!\d)(\d{4})(?:[^\p{L}\d]{1,3}|\s?(?:m|г)\.?\s?)(?:\d{1,2}[^\p{L}\d]{1,3})?$/iu;

/** The first date in a text printed for people: in figures, or with the name of a month in any usual language. */
export function readPrintedDate(printed: string, { language }: Reading): string | undefined {
  const text = westernDigits(printed.slice(0, 400))
    .replaceAll(/[\s\u200e\u200f\u202a-\u202e]+/g, ' ')
    // Vietnamese numbers its months: “5 tháng 3, 2020”.
    .replaceAll(/(\d{1,2}) tháng (\d{1,2})(?:,| năm)? (\d{4})/g, '$1/$2/$3');
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}’']*(?:\.|(?= (?:الثاني|الأول)) \p{L}+)?/gu)];
  for (const word of words) {
    const month = word[0].length > 2 ? monthNumber(word[0], language) : undefined;
    if (month === undefined) continue;
    const day = dayAround(
      text.slice(Math.max(0, word.index - AROUND), word.index),
      text.slice(word.index + word[0].length, word.index + word[0].length + AROUND),
      month,
      language,
    );
    if (day !== undefined) return day;
  }
  return readNumbers(text, language);
}

function dayAround(before: string, after: string, month: number, language: string): string | undefined {
  const first = BEFORE.exec(before);
  const year = YEAR.exec(after);
  if (first !== null && year !== null) return isoDay(western(Number(year[1]), language), month, Number(first[1]));
  const second = AFTER_DAY.exec(after);
  if (second === null) return undefined;
  const then = YEAR.exec(after.slice(second[0].length)) ?? YEAR_BEFORE.exec(before);
  return then === null ? undefined : isoDay(western(Number(then[1]), language), month, Number(second[1]));
}

/** A Thai year, which counts from the Buddha's death. */
function western(year: number, language: string): number {
  return language.startsWith('th') && year > 2400 ? year - 543 : year;
}

function readNumbers(text: string, language: string): string | undefined {
  const found = NUMBERS.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, first, mark, second, last = ''] = found;
  if (year !== undefined) return isoDay(western(Number(year), language), Number(month), Number(day));
  const full = last.length === 2 ? 2000 + Number(last) : western(Number(last), language);
  const [one, two] = [Number(first), Number(second)];
  const monthFirst = one <= 12 && (two > 12 || (mark === '/' && isMonthFirst(language)));
  return monthFirst ? isoDay(full, one, two) : isoDay(full, two, one);
}

// With slashes, the United States and the Philippines put the month first; English that says nothing more is most often theirs.
export function isMonthFirst(language: string): boolean {
  return /^(?:en(?:-US|-PH)?|fil|tl|es-(?:US|PR))$/i.test(language);
}
