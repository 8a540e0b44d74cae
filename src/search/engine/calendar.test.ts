import { expect } from 'vitest';
import { testRandomly } from '../../../tests/support/random.ts';
import { dayOfNumber } from '../table.ts';
import { makeCalendar } from './calendar.ts';

testRandomly('every article has the year and the month of its day', 200, (random) => {
  let day = random.below(40_000) - 25_000;
  const days = random.list(1 + random.below(60), () => {
    day += random.pick([0, 0, 1, 30, 31, 500]);
    return day;
  });
  const { years, months, yearOf, monthOf } = makeCalendar(days);
  const names = days.map(dayOfNumber);
  expect(names.map((_, page) => years[yearOf(page)])).toEqual(names.map((name) => name.slice(0, 4)));
  expect(names.map((_, page) => months[monthOf(page)])).toEqual(names.map((name) => name.slice(0, 7)));
  expect(years).toEqual([...new Set(names.map((name) => name.slice(0, 4)))]);
  expect(months).toEqual([...new Set(names.map((name) => name.slice(0, 7)))]);
});
