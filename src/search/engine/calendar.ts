import { dayOfNumber, numberOfDay } from '../table.ts';

/** The years and months of a bundle's articles: which there are, in order, and the position of each article's. */
export interface Calendar {
  years: readonly string[];
  months: readonly string[];
  yearOf(page: number): number;
  monthOf(page: number): number;
}

/** Makes the calendar of days in order, which are numbers since 1970. */
export function makeCalendar(days: readonly number[]): Calendar {
  const years: string[] = [];
  const months: string[] = [];
  const year = new Uint16Array(days.length);
  const month = new Uint16Array(days.length);
  let next = Number.NEGATIVE_INFINITY;
  for (let page = 0; page < days.length; page += 1) {
    const day = days[page] ?? 0;
    // Days are put into words once a month: that takes longer than all the rest.
    if (day >= next) {
      const name = dayOfNumber(day).slice(0, 7);
      if (years.at(-1) !== name.slice(0, 4)) years.push(name.slice(0, 4));
      months.push(name);
      next = firstAfter(name);
    }
    year[page] = years.length - 1;
    month[page] = months.length - 1;
  }
  return { years, months, yearOf: (page) => year[page] ?? -1, monthOf: (page) => month[page] ?? -1 };
}

/** The first day after a month (`2020-03`), as a number since 1970. */
function firstAfter(month: string): number {
  // No month has more than 31 days, and none so few that as many lead past the next.
  const later = dayOfNumber(numberOfDay(`${month}-01`) + 31);
  return numberOfDay(`${later.slice(0, 7)}-01`);
}

/** Tells which days, as numbers since 1970, are from one to another, both included: `2020-03-05`, or empty where there is no bound. */
export function daysBetween(from: string, to: string): (day: number) => boolean {
  const [first, last] = [from === '' ? Number.NEGATIVE_INFINITY : numberOfDay(from), to === '' ? Number.POSITIVE_INFINITY : numberOfDay(to)];
  return (day) => day >= first && day <= last;
}
