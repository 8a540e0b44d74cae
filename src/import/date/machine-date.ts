import { dateOrDateTime } from '../../schema/fields.ts';

const ISO = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?)?$/i;
const SLASHES = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\s+\d.*)?$/;
// RFC 822 and 2822 with all that is made of them: weekdays of any language, full names of months, two-digit years.
const MAIL =
  /^(?:[\p{L}.]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\p{L}{3})\p{L}*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?\s*([+-]\d{2}:?\d{2}|\p{L}{1,5})?(?:\s*\(.*\))?)?$/iu;
// asctime, and how Americans write: `Sun Jan  4 16:29:06 PST 2004`, `January 4, 2004`.
const ASCTIME =
  /^(?:\p{L}+,?\s+)?(\p{L}{3})\p{L}*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(\p{L}{1,5}\s+|[+-]\d{4}\s+)?)?(\d{4})$/iu;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// Of RFC 822 and the few others that feeds use. What other letters mean differs from country to country.
const ZONES: Record<string, string> = {
  z: 'Z', ut: 'Z', utc: 'Z', gmt: 'Z', wet: 'Z',
  est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00', et: '-05:00', ct: '-06:00', mt: '-07:00', pt: '-08:00',
  cet: '+01:00', cest: '+02:00', met: '+01:00', mest: '+02:00', eet: '+02:00', eest: '+03:00', bst: '+01:00', msk: '+03:00', jst: '+09:00', kst: '+09:00', aest: '+10:00', aedt: '+11:00', nzst: '+12:00', nzdt: '+13:00',
}; // biome-ignore format: a table

/**
 * Reads a date as programs write it: ISO 8601, RFC 822, asctime, seconds since 1970. Gives the day, or the moment with
 * its offset, as it was written: no zone moves it. A time without a known offset is left out, for its moment is not known.
 */
export function readMachineDate(written: string): string | undefined {
  const text = written.trim().replaceAll(/\s+/g, ' ');
  const made = fromIso(text) ?? fromMail(text) ?? fromAsctime(text) ?? fromSeconds(text);
  if (made === undefined) return undefined;
  if (isDate(made)) return made;
  return isDate(made.slice(0, 10)) ? made.slice(0, 10) : undefined;
}

/** Whether something is a date that an entry may have. */
export function isDate(value: string): boolean {
  return dateOrDateTime.safeParse(value).success;
}

function fromIso(text: string): string | undefined {
  const found = ISO.exec(text);
  if (found !== null) {
    const [, year = '', , month = '', day = '', hour, minute, second, zone] = found;
    return compose(`${year}-${month}-${day}`, hour, minute, second, zone);
  }
  const slashed = SLASHES.exec(text);
  if (slashed !== null) return `${slashed[1]}-${pad(slashed[2])}-${pad(slashed[3])}`;
  // A day, and something after it that is no time.
  return /^\d{4}-\d{2}-\d{2}(?=[T\s])/.exec(text)?.[0];
}

function fromMail(text: string): string | undefined {
  const found = MAIL.exec(text);
  if (found === null) return undefined;
  const [, day, name = '', year = '', hour, minute, second, half, zone] = found;
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return undefined;
  const hours = half === undefined || hour === undefined ? hour : String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0));
  return compose(`${fullYear(year)}-${pad(month)}-${pad(day)}`, hours, minute, second, zone);
}

function fromAsctime(text: string): string | undefined {
  const found = ASCTIME.exec(text);
  if (found === null) return undefined;
  const [, name = '', day, hour, minute, second, zone, year] = found;
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return month === 0 ? undefined : compose(`${year}-${pad(month)}-${pad(day)}`, hour, minute, second, zone?.trim());
}

// Between 1973 and 2128, in seconds or milliseconds.
function fromSeconds(text: string): string | undefined {
  const found = /^(\d{9,10})(\d{3})?(?:\.\d+)?$/.exec(text);
  return found === null ? undefined : new Date(Number(found[1]) * 1000).toISOString().replace('.000', '');
}

function compose(day: string, hour?: string, minute?: string, second?: string, zone?: string): string {
  const offset = zone === undefined ? undefined : offsetOf(zone);
  return hour === undefined || offset === undefined ? day : `${day}T${pad(hour)}:${minute}:${second ?? '00'}${offset}`;
}

function offsetOf(zone: string): string | undefined {
  const numbers = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (numbers === null) return ZONES[zone.toLowerCase()];
  return numbers[2] === '00' && (numbers[3] ?? '00') === '00' ? 'Z' : `${numbers[1]}${numbers[2]}:${numbers[3] ?? '00'}`;
}

// RFC 2822, 4.3.
function fullYear(year: string): string {
  return year.length === 4 ? year : Number(year) < 50 ? `20${year}` : `19${year}`;
}

function pad(part: string | number | undefined): string {
  return String(part ?? '').padStart(2, '0');
}
