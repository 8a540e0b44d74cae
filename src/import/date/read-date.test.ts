import { describe, expect, test } from 'vitest';
import { numericOrderOf, readDate } from './read-date.ts';

describe('a date', () => {
  test.each([
    ['2020-03-05T18:20:00+03:00', '2020-03-05T18:20:00+03:00'],
    ['Friday, January 4, 2019', '2019-01-04'],
    ['5 марта 2020', '2020-03-05'],
    ['9 novembre 2012', '2012-11-09'],
    ['2020年3月5日', '2020-03-05'],
    ['5.3.2020', '2020-03-05'],
    ['3/25/2020', '2020-03-25'],
  ])('%s is %s', (written, date) => {
    expect(readDate(written)).toBe(date);
  });

  test.each(['', 'yesterday', '3/4/2020', '31.2.2020'])('%j is none', (written) => {
    expect(readDate(written)).toBeUndefined();
  });

  test('whose numbers may each be the day is read as its column has them', () => {
    expect(numericOrderOf(['3/4/2020', '3/25/2020'])).toBe('month-first');
    expect(readDate('3/4/2020', 'month-first')).toBe('2020-03-04');
    expect(readDate('3/4/2020', 'day-first')).toBe('2020-04-03');
    expect(numericOrderOf(['3/4/2020', '1/2/2020'])).toBeUndefined();
  });
});
