import { dayOf } from '../../archive/dates.ts';
import { lettersOf, withoutAccents } from '../text/letters.ts';
import type { Candidate, Newcomer } from './known.ts';

/**
 * How an article differs from one with the same text, in words: another headline, date or byline. Only what its input is sure
 * of counts, and not where another of its witnesses says what is there; what it does not say changes nothing.
 */
export function changes({ claims, ...article }: Newcomer, there: Candidate): string[] {
  const { titles = [], dates = [], authors = [] } = claims;
  const names = namesOf(article).concat(namesOf(there));
  const has = (those: readonly string[]) => those.map(personKey).every((key) => there.authors.map(personKey).includes(key));
  return [
    ...(titles.length > 0 && !titles.some((title) => sameHeadline(title, there.title, names)) ? [`another headline (${quoted(there.title)})`] : []),
    ...(dates.length > 0 && !dates.some((date) => there.date !== undefined && maySay(date, there.date))
      ? [there.date === undefined ? 'a date' : `another date (${there.date})`]
      : []),
    ...(authors.length > 0 && !authors.some(has)
      ? [there.authors.length === 0 ? 'a byline' : `other authors (${there.authors.join(', ').slice(0, 200)})`]
      : []),
  ];
}

/** Whether two articles have one headline, whatever its case and marks, and with or without the name of the site. */
export function sameTitle(a: Candidate, b: Candidate): boolean {
  return sameHeadline(a.title, b.title, namesOf(a).concat(namesOf(b)));
}

function sameHeadline(a: string, b: string, names: readonly string[]): boolean {
  const [x, y] = [lettersOf(a), lettersOf(b)].sort((one, other) => one.length - other.length) as [string, string];
  return x === y || (x !== '' && names.some((name) => [`${x}${name}`, `${x}the${name}`, `${name}${x}`, `the${name}${x}`].includes(y)));
}

/** What a site may be called in a headline: its source's id and the words of its host, in letters alone. */
function namesOf({ source, address }: Candidate): string[] {
  const host = address === undefined ? undefined : URL.parse(address)?.hostname.replace(/^www\d?\./, '');
  return [source, source?.replace(/^the-/, ''), host, host?.split('.')[0]].map((name) => lettersOf(name ?? '')).filter((name) => name !== '');
}

function personKey(name: string): string {
  return lettersOf(withoutAccents(name));
}

/** Zones reach from twelve hours behind UTC to fourteen before it. In milliseconds. */
const BEHIND = 12 * 3_600_000;
const BEFORE = 14 * 3_600_000;
const DAY = 24 * 3_600_000;

/** Whether two dates may be of one moment: the same day, the same moment in two zones, or a moment in UTC and the day it was somewhere. */
function maySay(a: string, b: string): boolean {
  if (dayOf(a) === dayOf(b)) return true;
  const [day, time] = [a, b].sort((one, other) => one.length - other.length) as [string, string];
  if (day.length > 10) return Date.parse(a) === Date.parse(b);
  const away = Date.parse(time) - Date.parse(day);
  return time.endsWith('Z') && away >= -BEFORE && away < DAY + BEHIND;
}

function quoted(title: string): string {
  return `“${title.length > 80 ? `${title.slice(0, 79)}…` : title}”`;
}
