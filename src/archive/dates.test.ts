import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { dateOrDateTime } from '../schema/fields.ts';
import { dayOf, formatDayLong, formatMoment, formatMonthName, formatPeriod, monthOf, toInstant, toRfc822, toRfc3339, yearOf } from './dates.ts';

test('day, month and year are those that the source printed', () => {
  expect(['2020-03-05', '2020-03-05T00:10:00+14:00', '2020-03-05T23:50:00-12:00'].map((date) => [dayOf(date), monthOf(date), yearOf(date)])).toEqual(
    Array(3).fill(['2020-03-05', '2020-03', '2020']),
  );
});

describe('in words', () => {
  test.each([
    ['2020', '2020'],
    ['2020-03', 'March 2020'],
    ['2020-03-05', '5 March 2020'],
    ['2020-02-29', '29 February 2020'],
    ['1000-01-01', '1 January 1000'],
    ['9999-12-31', '31 December 9999'],
  ])('%s: %s', (period, words) => {
    expect(formatPeriod(period)).toBe(words);
  });

  test('with the weekday', () => {
    expect(formatDayLong('2020-03-05')).toBe('Thursday, 5 March 2020');
    expect(formatDayLong('2020-03-05T00:10:00+14:00')).toBe('Thursday, 5 March 2020');
    expect(formatDayLong('2000-02-29')).toBe('Tuesday, 29 February 2000');
    expect(formatDayLong('1900-03-01')).toBe('Thursday, 1 March 1900');
  });

  test('with the time, as the source’s clock had it', () => {
    expect(formatMoment('2020-03-05')).toBe('5 March 2020');
    expect(formatMoment('2020-03-05T18:20:00+03:00')).toBe('5 March 2020, 18:20 (UTC+03:00)');
    expect(formatMoment('2020-03-05T18:20Z')).toBe('5 March 2020, 18:20 (UTC)');
    expect(formatMoment('2020-03-05T18:20:30.25-09:30')).toBe('5 March 2020, 18:20 (UTC-09:30)');
  });

  test('every month has its name', () => {
    const names = Array.from({ length: 12 }, (_, at) => formatMonthName(`2020-${String(at + 1).padStart(2, '0')}`));
    expect(names.join(' ')).toBe('January February March April May June July August September October November December');
  });

  test.each(['', '20', '2020-3', '2020-03-5', '2020-03-05T10:00:00Z'])('“%s” is no period', (period) => {
    expect(() => formatPeriod(period)).toThrow('Not a period');
  });
});

describe('for programs', () => {
  test.each([
    ['2020-03-05', '2020-03-05T00:00:00Z'],
    ['2020-03-05T18:20Z', '2020-03-05T18:20:00Z'],
    ['2020-03-05T18:20+03:00', '2020-03-05T18:20:00+03:00'],
    ['2020-03-05T18:20:30.5-09:30', '2020-03-05T18:20:30.5-09:30'],
  ])('%s is %s', (date, expected) => {
    expect(toRfc3339(date)).toBe(expected);
  });

  test.each([
    ['2020-03-05', 'Thu, 05 Mar 2020 00:00:00 +0000'],
    ['2020-03-05T18:20+03:00', 'Thu, 05 Mar 2020 18:20:00 +0300'],
    ['2020-12-31T23:59:59.5-08:00', 'Thu, 31 Dec 2020 23:59:59 -0800'],
    ['1999-05-01T00:00:00Z', 'Sat, 01 May 1999 00:00:00 +0000'],
  ])('%s as RSS writes it', (date, expected) => {
    expect(toRfc822(date)).toBe(expected);
    expect(Date.parse(toRfc822(date))).toBe(Math.floor(toInstant(date) / 1000) * 1000);
  });

  test('moments sort as time goes, whatever their offsets', () => {
    const dates = ['2020-03-04T20:00:00-08:00', '2020-03-05T05:00:00Z', '2020-03-05T08:30:00+03:00', '2020-03-05T06:00Z'];
    expect(dates.toReversed().sort((a, b) => toInstant(a) - toInstant(b))).toEqual(dates);
  });

  test('every date that a publisher may write is a moment', () => {
    const written = ['2020-03-05', '2020-02-29T23:59:59.999Z', '2020-03-05T00:00+23:59', '1000-01-01', '9999-12-31T23:59-23:59'];
    expect(written.filter((date) => !dateOrDateTime.safeParse(date).success)).toEqual([]);
    expect(written.filter((date) => Number.isNaN(toInstant(date)))).toEqual([]);
  });
});

describe('a date is one', () => {
  const accepts = (date: string) => dateOrDateTime.safeParse(date).success;

  test('every day of four centuries, and no other', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (let year = 1700; year < 2100; year += 1) {
      const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      if (accepts(`${year}-02-29`) !== isLeap) expect.fail(`${year}-02-29`);
    }
    for (const [month, length] of lengths.entries()) {
      for (let day = 0; day <= 32; day += 1) {
        const date = `2019-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        if (accepts(date) !== (day >= 1 && day <= length)) expect.fail(date);
      }
    }
  });

  test.each([
    '0000-01-01',
    '0999-12-31',
    '10000-01-01',
    '-2020-01-01',
    '2020-13-01',
    '2020-00-01',
    '2020-3-5',
    '20200305',
    '2020-W10',
    '2020-065',
    '2020-03-05T',
    '2020-03-05T10Z',
    '2020-03-05T10:00:00+3',
    '2020-03-05T10:00:00+0300',
    '2020-03-05t10:00:00z',
    '2020-03-05T10:60Z',
    '2020-03-05T10:00:60Z',
    '2020-03-05T10:00+24:00',
    '2020-03-05T10:00+03:60',
    ' 2020-03-05',
    '2020-03-05\n',
    '２０２０-03-05',
    'yesterday',
    '',
  ])('“%s” is none', (date) => {
    expect(accepts(date)).toBe(false);
  });
});

// Apia and Kwajalein each skipped a day by moving across the date line; Cairo and Sao Paulo have skipped midnights.
const ZONES = ['UTC', 'Pacific/Apia', 'Pacific/Kwajalein', 'America/Los_Angeles', 'Africa/Cairo', 'America/Sao_Paulo'];
const DAYS = ['1000-01-01', '1582-10-10', '1993-08-21', '1900-02-28', '2000-02-29', '2011-12-30', '2018-11-04', '2020-03-05', '2024-04-26', '9999-12-31'];

test('no time zone of the machine moves a date', { timeout: 30_000 }, () => {
  // A process of its own, for Node takes a new zone only in its main thread.
  const program = `
    const dates = await import(${JSON.stringify(new URL('dates.ts', import.meta.url).href)});
    const { dateOrDateTime } = await import(${JSON.stringify(new URL('../schema/fields.ts', import.meta.url).href)});
    const written = ${JSON.stringify(DAYS)}.flatMap((day) => [day, day + 'T00:00:00Z', day + 'T23:59:59-11:00']);
    console.log(JSON.stringify(${JSON.stringify(ZONES)}.map((zone) => {
      process.env.TZ = zone;
      return {
        hours: new Date(2020, 0, 1).getTimezoneOffset() / 60,
        dates: written.map((date) => [dates.formatDayLong(date), dates.formatMoment(date), dates.toRfc3339(date), dates.toInstant(date), dateOrDateTime.safeParse(date).success]),
      };
    })));`;
  const inZones: { hours: number; dates: unknown[][] }[] = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, NODE_OPTIONS: '' }, encoding: 'utf8' }),
  );
  const [first, ...others] = inZones.map(({ dates }) => dates);
  expect(inZones.map(({ hours }) => hours)).toEqual([0, -14, -12, 8, -2, 3]);
  expect(first?.flat()).toContain('Friday, 30 December 2011');
  expect(first?.map((row) => row.at(-1))).not.toContain(false);
  for (const other of others) expect(other).toEqual(first);
});
