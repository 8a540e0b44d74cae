import type { Finding } from '../../found.ts';
import { type Testimony, weigh } from '../weigh/weigh.ts';
import { type DateEvidence, dateWitnesses } from './date-witnesses.ts';

/** When an article was first published and last changed, as the source printed it. */
export interface Dates {
  date: Finding<string> | undefined;
  updated: Finding<string> | undefined;
}

export function findDates(evidence: DateEvidence): Dates {
  const { published, changed } = dateWitnesses(evidence);
  const said = inOrder(published).filter(({ value }) => isPast(value, evidence.page.captured));
  const date = weigh(onPrintedDay(said), dayOf, fullest);
  const changes = onPrintedDay(changed).filter(({ value }) => date === undefined || dayOf(value) >= dayOf(date.value));
  return { date, updated: weigh(changes, dayOf, fullest) };
}

function dayOf(date: string): string {
  return date.slice(0, 10);
}

/** Nothing is published after it was saved; a day is left for zones. */
function isPast(date: string, captured: string | undefined): boolean {
  return captured === undefined || Date.parse(dayOf(date)) <= Date.parse(dayOf(captured)) + DAY;
}

/** With its time where one has it. */
function fullest(side: readonly Testimony<string>[]): string | undefined {
  const times = side.filter(({ value }) => value.length > 10);
  return (times.find(({ value }) => !value.endsWith('Z')) ?? times[0] ?? side[0])?.value;
}

const DAY = 86_400_000;
/** The widest offsets of zones from UTC in hours, to the east and to the west. */
const EAST = 14;
const WEST = 12;

/**
 * “01.09.17” is the ninth of January or the first of September. Where the page's language gives a day that nothing else
 * on the page knows, and the other order one that its fields do, it was printed in the other order.
 */
function inOrder(said: readonly Testimony<string>[]): Testimony<string>[] {
  const known = new Set(said.filter(({ origin }) => origin !== 'print').map(({ value }) => dayOf(value)));
  return said.map((each) => {
    const [year = '', month = '', day = ''] = dayOf(each.value).split('-');
    const other = `${year}-${day}-${month}`;
    return each.origin === 'print' && !known.has(dayOf(each.value)) && known.has(other) ? { ...each, value: other } : each;
  });
}

/**
 * A time in UTC says the day before or after the one that the source printed, where its clock is far enough from
 * Greenwich: such a witness stands for the printed day.
 */
function onPrintedDay(said: readonly Testimony<string>[]): Testimony<string>[] {
  const printed = said.filter(({ origin }) => origin === 'print' || origin === 'address').map(({ value }) => dayOf(value));
  return said.map((each) => {
    if (each.origin !== 'system' || !/T.*(?:Z|\+00:00)$/.test(each.value) || printed.includes(dayOf(each.value))) return each;
    const hours = Number(each.value.slice(11, 13));
    const day = printed.find((other) => {
      const apart = (Date.parse(other) - Date.parse(dayOf(each.value))) / DAY;
      return (apart === 1 && hours >= 24 - EAST) || (apart === -1 && hours < WEST);
    });
    return day === undefined ? each : { ...each, value: day };
  });
}
