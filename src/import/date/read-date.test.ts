import { describe, expect, test } from 'vitest';
import { numericOrderOf, readDate } from './read-date.ts';

describe('a date', () => {
  test.each([
    ['2020-03-05', '2020-03-05'],
    ['2020-03-05T18:20:00+03:00', '2020-03-05T18:20:00+03:00'],
    ['2020-03-05 18:20:00 -0500', '2020-03-05T18:20:00-05:00'],
    ['2020-03-05T18:20:00.123Z', '2020-03-05T18:20:00Z'],
    ['2020-03-05T18:20', '2020-03-05'],
    ['2020-03-05 18:20:00 +0000 UTC', '2020-03-05'],
    ['20130731T153200+0000', '2013-07-31T15:32:00Z'],
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thu, 1 January 04 19:48 EST', '2004-01-01T19:48:00-05:00'],
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-04T16:29:06-08:00'],
    ['Friday, January 4, 2019', '2019-01-04'],
    ['5 марта 2020', '2020-03-05'],
    ['9 novembre 2012', '2012-11-09'],
    ['2020年3月5日', '2020-03-05'],
    ['5.3.2020', '2020-03-05'],
    ['3/25/2020', '2020-03-25'],
    ['1583432400', '2020-03-05T18:20:00Z'],
    // Printed late in the evening in the east: the day is the one that was printed.
    ['2020-03-05T00:30:00+09:00', '2020-03-05T00:30:00+09:00'],
  ])('%s is %s', (written, date) => {
    expect(readDate(written)).toBe(date);
  });

  test.each(['', 'yesterday', '2020', '2003-12', '2020-02-30', '3/4/2020', '99 Jan 2020', 'Thu, 31 Feb 2004'])('%j is none', (written) => {
    expect(readDate(written)).toBeUndefined();
  });

  test('whose numbers may each be the day is read as its column has them', () => {
    expect(numericOrderOf(['3/4/2020', '3/25/2020'])).toBe('month-first');
    expect(readDate('3/4/2020', 'month-first')).toBe('2020-03-04');
    expect(readDate('3/4/2020', 'day-first')).toBe('2020-04-03');
    expect(numericOrderOf(['3/4/2020', '1/2/2020'])).toBeUndefined();
  });
});
