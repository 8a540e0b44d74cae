import { dateOrDateTime } from '../../schema/fields.ts';
import { isoDay, two } from './day.ts';
import { monthNumber } from './month-names.ts';
import { westernDigits } from './western-digits.ts';

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,:]\d+)?)?`;
const WEEKDAY = String.raw`(?:\p{L}+\.?,?\s+)?`;
const MONTH = String.raw`(?<name>\p{L}{3}[\p{L}\p{M}]*)\.?,?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const HALF_AND_ZONE = String.raw`\s*(?<half>[ap]\.?m\b\.?)?\s*(?<zone>[+-]\d{2}:?\d{2}|(?:GMT|UTC)?[+-]\d{4}|\p{L}{1,5})?(?:\s*\(.*\))?`;

const FORMS = [
  // ISO 8601 and what passes for it; what follows a day and is no time says nothing.
  /^(?<year>\d{4})(?<mark>-?)(?<month>\d{2})\k<mark>(?<day>\d{2})(?:[T\s_]+(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,:]\d+)?)?\s*(?<half>[ap]\.?m\b)?\s*(?<zone>[+-]\d{1,2}:?\d{0,2}|\p{L}{1,5}\b)?)?(?!\d)/iu,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})\d{4}(?:\d{2})?$/,
  /^(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})(?:\s+\d.*)?$/,
  // RFC 822 and 2822 with all that is made of them: weekdays and months of any language, two-digit years.
  new RegExp(String.raw`^${WEEKDAY}${DAY}[\s-]+${MONTH}[\s-]+(?<year>\d{4}|\d{2})(?:,?\s+${TIME}${HALF_AND_ZONE})?$`, 'iu'),
  // asctime and Java: `Sun Jan  4 16:29:06 PST 2004`.
  new RegExp(String.raw`^${WEEKDAY}${MONTH}\s+${DAY},?\s+${TIME}\s+(?:(?<zone>\p{L}{1,5}|[+-]\d{4})\s+)?(?<year>\d{4})$`, 'iu'),
  // JavaScript, and how Americans write: `Sun Jan 04 2004 16:29:06 GMT-0800 (PST)`, `January 4, 2004`.
  new RegExp(String.raw`^${WEEKDAY}${MONTH}\s+${DAY},?\s+(?<year>\d{4})(?:,?\s+${TIME}${HALF_AND_ZONE})?$`, 'iu'),
];

// Of RFC 822 and the few others that feeds use. What other letters mean differs from country to country, or from summer to winter.
const ZONES: Record<string, string> = {
  z: 'Z', ut: 'Z', utc: 'Z', gmt: 'Z', wet: 'Z',
  est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00',
  cet: '+01:00', cest: '+02:00', met: '+01:00', mest: '+02:00', eet: '+02:00', eest: '+03:00', bst: '+01:00', msk: '+03:00', jst: '+09:00', kst: '+09:00', aest: '+10:00', aedt: '+11:00', nzst: '+12:00', nzdt: '+13:00',
}; // biome-ignore format: a table

/** The longest date for machines, in characters; what is longer holds something else. */
const LONGEST = 120;

/**
 * Reads a date as programs write it: ISO 8601, RFC 822, asctime, JavaScript, seconds since 1970. Gives the day, or the
 * moment with its offset, as it was written: no zone moves it. A time without a known offset is left out, for its moment
 * is not known. `language`, in BCP 47, tells months apart that share a name.
 */
export function readMachineDate(written: string, language = 'en'): string | undefined {
  const text = westernDigits(written.slice(0, LONGEST)).trim().replaceAll(/\s+/g, ' ');
  for (const form of FORMS) {
    const found = form.exec(text)?.groups;
    const made = found === undefined ? undefined : compose(found, language);
    if (made !== undefined) return made;
  }
  return fromSeconds(text);
}

/** Whether something is a date that an entry may have. */
export function isDate(value: string): boolean {
  return dateOrDateTime.safeParse(value).success;
}

// From 1973 to 2128, in seconds or milliseconds.
function fromSeconds(text: string): string | undefined {
  const found = /^(\d{9,10})(?:\d{3})?(?:\.\d+)?$/.exec(text);
  return found === null ? undefined : new Date(Number(found[1]) * 1000).toISOString().replace('.000', '');
}

function compose({ year = '', month, name, day, hour, minute, second = '00', half, zone }: Record<string, string | undefined>, language: string) {
  const date = isoDay(fullYear(year), name === undefined ? Number(month) : (monthNumber(name, language) ?? 0), Number(day));
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (date === undefined || hour === undefined || offset === undefined) return date;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  const moment = `${date}T${two(hours)}:${minute}:${second}${offset}`;
  return isDate(moment) ? moment : date;
}

function offsetOf(zone: string): string | undefined {
  const numbers = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (numbers === null) return ZONES[zone.toLowerCase()];
  const [, sign, hours, minutes = '00'] = numbers;
  return Number(hours) === 0 && minutes === '00' ? 'Z' : `${sign}${two(Number(hours))}:${minutes}`;
}

// RFC 2822, 4.3.
function fullYear(year: string): number {
  return Number(year) + (year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900);
}
