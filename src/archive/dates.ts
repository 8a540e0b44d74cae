/**
 * Dates as the source printed them. A date is text, `2020-03-05` or `2020-03-05T18:20:00+03:00`;
 * its day is its first ten letters, and no time zone, ours or the machine's, ever moves it.
 */

/** The day as printed: `2020-03-05`. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

/** Year of a date: `2020`. */
export function yearOf(date: string): string {
  return date.slice(0, 4);
}

/** Month of a date: `2020-03`. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A year, month or day in words: `2020`, `March 2020`, `5 March 2020`. */
export function formatPeriod(period: string): string {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(period)) throw new TypeError(`Not a period: ${period}`);
  const year = String(Number(yearOf(period)));
  if (period.length === 4) return year;
  const month = `${formatMonthName(period)} ${year}`;
  return period.length === 7 ? month : `${Number(period.slice(8))} ${month}`;
}

/** A day with its weekday: `Thursday, 5 March 2020`. */
export function formatDayLong(date: string): string {
  // In UTC, which has every day; some places have skipped one by moving across the date line.
  return `${WEEKDAYS[new Date(`${dayOf(date)}T00:00:00Z`).getUTCDay()]}, ${formatPeriod(dayOf(date))}`;
}

/** Name of a month without its year: `March`. */
export function formatMonthName(month: string): string {
  return MONTHS[Number(month.slice(5, 7)) - 1] ?? '';
}

/** A date with its time, where it has one, as the source's clock had it: `5 March 2020, 18:20 (UTC+03:00)`. */
export function formatMoment(date: string): string {
  const time = /T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(date);
  const day = formatPeriod(dayOf(date));
  return time === null ? day : `${day}, ${time[1]} (UTC${time[2] === 'Z' ? '' : time[2]})`;
}

/** A date as RFC 3339 wants it: a bare day becomes its midnight in UTC. */
export function toRfc3339(date: string): string {
  if (date.length === 10) return `${date}T00:00:00Z`;
  return /T\d{2}:\d{2}[Z+-]/.test(date) ? date.replace(/(T\d{2}:\d{2})/, '$1:00') : date;
}

/** A date as RSS wants it (RFC 822, with four digits for the year): `Thu, 05 Mar 2020 18:20:00 +0300`; a bare day becomes its midnight in UTC. */
export function toRfc822(date: string): string {
  const [, time = '', zone = ''] = /T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/.exec(toRfc3339(date)) ?? [];
  const [weekday = '', words = ''] = formatDayLong(date).split(', ');
  const [day = '', month = '', year = ''] = words.split(' ');
  return `${weekday.slice(0, 3)}, ${day.padStart(2, '0')} ${month.slice(0, 3)} ${year} ${time} ${zone === 'Z' ? '+0000' : zone.replace(':', '')}`;
}

/** Moment of a date as a number that sorts; a bare day counts as its midnight in UTC. In milliseconds. */
export function toInstant(date: string): number {
  return Date.parse(toRfc3339(date));
}
