import { monthNumber } from './month-names.ts';

/** What helps to read a date that is printed for people. */
export interface Reading {
  /** BCP 47 of the page: month names, and whether a day or a month comes first. */
  language: string;
}

/** Earliest year that a date is believed in: newspapers are older, pages about them give these. */
const EARLIEST = 1690;
const LATEST = 2100;

/** A day as `2020-03-05`; `undefined` where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const ISO = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s_]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,:]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?(?:\d{2})?)?)?(?![\d])/i;
const ZONES: Record<string, string> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  msk: '+03:00',
  jst: '+09:00',
};

// `Thu Mar 05 18:20:00 UTC 2020`
const JAVA = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) ([A-Z]{1,4}|[+-]\d{4}) (\d{4})$/;

/**
 * A date written for machines, as it was written: ISO 8601 and what passes for it, RFC 2822, and what JavaScript and Java print.
 * A day, or a date-time with its offset where there is one. Never moved into another zone.
 */
export function readMachineDate(written: string, reading: Reading): string | undefined {
  const text = westernDigits(written.slice(0, 120)).replaceAll(/\s+/g, ' ').trim().replace(JAVA, '$2 $1 $5 $3 $4');
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const date = isoDay(Number(year), Number(month), Number(day));
    return date === undefined ? undefined : withTime(date, hour, minute, second, zone);
  }
  if (/^\d{10}(?:\d{3})?$/.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString().replace('.000', '');
  const day = readPrintedDate(text, reading);
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:GMT|UTC)?\s*([+-]\d{2}:?\d{2}|\b[A-Z]{1,4}\b)?/.exec(text);
  return day === undefined || time === null || /\b[ap]\.?m\b/i.test(text)
    ? day
    : withTime(day, time[1], time[2], time[3], time[4] ?? (/GMT|UTC/.test(text) ? 'Z' : undefined));
}

function withTime(day: string, hour?: string, minute?: string, second?: string, zone?: string): string {
  if (hour === undefined || minute === undefined || zone === undefined || Number(hour) > 23 || Number(minute) > 59) return day;
  const offset = ZONES[zone.toLowerCase()] ?? /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (offset === null || (typeof offset !== 'string' && Number(offset[2]) > 14)) return day;
  const seconds = second === undefined || Number(second) > 59 ? '' : `:${second}`;
  return `${day}T${two(Number(hour))}:${minute}${seconds}${typeof offset === 'string' ? offset : `${offset[1]}${two(Number(offset[2]))}:${offset[3] ?? '00'}`}`;
}

/** Digits of any script as 0 to 9: each script's stand in a row of ten. */
export function westernDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    if (digit <= '9') return digit;
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
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
  const monthFirst = one <= 12 && (two > 12 || (mark === '/' && MONTH_FIRST.test(language)));
  return monthFirst ? isoDay(full, one, two) : isoDay(full, two, one);
}

// With slashes, the United States and the Philippines put the month first; English that says nothing more is most often theirs.
const MONTH_FIRST = /^(?:en(?:-US|-PH)?|fil|tl|es-(?:US|PR))$/i;
