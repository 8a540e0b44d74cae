/** Days from and to, both included; an end that is missing is open. */
export interface Days {
  from?: string;
  to?: string;
}

/** Reads `2020`, `2020-03`, `2020-03-05`, and two of them with `..` between, either of which may be missing. */
export function readDays(text: string): Days | undefined {
  const [first = '', second, ...more] = text.split('..');
  if (more.length > 0) return undefined;
  const from = first === '' ? {} : readPeriod(first);
  const to = second === undefined ? from : second === '' ? {} : readPeriod(second);
  if (from === undefined || to === undefined || (first === '' && (second ?? '') === '')) return undefined;
  return { ...(from.from !== undefined && { from: from.from }), ...(to.to !== undefined && { to: to.to }) };
}

/** The day before or after a day. */
export function dayBeside(day: string, step: 1 | -1): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + step * 86_400_000);
}

function readPeriod(text: string): Days | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === '') return undefined;
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const start = Date.parse(`${first}T00:00:00Z`);
  // What does not exist, such as 2020-02-30, comes back as another day.
  if (Number.isNaN(start) || isoDay(start) !== first) return undefined;
  if (day !== undefined) return { from: first, to: first };
  return { from: first, to: month === undefined ? `${year}-12-31` : isoDay(Date.UTC(Number(year), Number(month), 0)) };
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
