/** The first newspaper appeared in 1605; what says an earlier year means something else, and the year 1 that no date was set. */
const EARLIEST = 1605;
const LATEST = 2100;

/** A day as `2020-03-05`; `undefined` where there is no such day, or none that news is of. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

/** A number with two digits at least. */
export function two(number: number): string {
  return String(number).padStart(2, '0');
}
