import { describe, expect, test } from 'vitest';
import { readMachineDate } from './machine-date.ts';

describe('dates for machines stay as written', () => {
  test.each([
    ['2020-03-05', '2020-03-05'],
    ['20200305', '2020-03-05'],
    ['2020-03-05T18:20:00+0300', '2020-03-05T18:20:00+03:00'],
    ['2020-03-05 18:20:00 -0500', '2020-03-05T18:20:00-05:00'],
    ['2020-03-05T23:59:00.123Z', '2020-03-05T23:59:00Z'],
    ['20130731T153200+0000', '2013-07-31T15:32:00Z'],
    // As Go prints it.
    ['2020-03-05 18:20:00 +0000 UTC', '2020-03-05T18:20:00Z'],
    ['2020-03-05 06:20 PM EST', '2020-03-05T18:20:00-05:00'],
    // A time of which the offset is not known is no moment, and one that no clock shows none either.
    ['2020-03-05 18:20', '2020-03-05'],
    ['2020-03-05T18:20:00 ET', '2020-03-05'],
    ['2020-03-05T25:20:00Z', '2020-03-05'],
    ['2020-03-05, in the evening', '2020-03-05'],
    // As web archives write it: no milliseconds since 1970.
    ['20200305182000', '2020-03-05'],
    ['202003051820', '2020-03-05'],
    ['2020/3/5 18:20', '2020-03-05'],
    ['Thu, 05 Mar 2020 18:20:00 GMT', '2020-03-05T18:20:00Z'],
    ['Thu, 1 January 04 19:48 EST', '2004-01-01T19:48:00-05:00'],
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-04T16:29:06-08:00'],
    ['Mon Mar 09 2020 18:20:00 GMT+0300 (MSK)', '2020-03-09T18:20:00+03:00'],
    ['June 29, 2014 08:00 am', '2014-06-29'],
    ['5 März 2020 12:00:00 +0100', '2020-03-05T12:00:00+01:00'],
    ['5 marraskuuta 2020', '2020-11-05'],
    ['٢٠٢٠-٠٣-٠٥', '2020-03-05'],
    ['1583432400', '2020-03-05T18:20:00Z'],
    ['1583432400000', '2020-03-05T18:20:00Z'],
    // Printed late in the evening in the east: the day is the one that was printed.
    ['2020-03-05T00:30:00+09:00', '2020-03-05T00:30:00+09:00'],
  ])('%s is %s', (written, date) => {
    expect(readMachineDate(written)).toBe(date);
  });

  test.each(['', 'soon', '2020', '2003-12', '2020-02-30', 'Thu, 31 Feb 2004', '99 Jan 2020', '0001-01-01T00:00:00Z', '5 Foo 2020'])('%j is none', (written) => {
    expect(readMachineDate(written)).toBeUndefined();
  });
});
