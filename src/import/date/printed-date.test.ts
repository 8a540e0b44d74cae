import { describe, expect, test } from 'vitest';
import { readPrintedDate } from './printed-date.ts';

describe('dates for people', () => {
  test.each([
    ['en', 'Published Thursday, March 5th, 2020 at 3 pm'],
    ['en-GB', '05/03/2020 12:30'],
    ['en-US', '03/05/2020'],
    ['de', '5. März 2020, 14:00 Uhr'],
    ['fr', 'Publié le 5 mars 2020'],
    ['es', 'jueves, 5 de marzo de 2020'],
    ['ru', '5 марта 2020 г.'],
    ['pl', 'czwartek, 5 marca 2020'],
    ['hu', '2020. március 5.'],
    ['lt', '2020 m. kovo 5 d.'],
    ['vi', 'Ngày 5 tháng 3, 2020'],
    ['ar', '٥ مارس ٢٠٢٠'],
    ['ar', '5 آذار 2020'],
    ['th', '5 มีนาคม 2563'],
    ['ja', '2020年3月5日 18時'],
    ['ko', '2020년 3월 5일'],
    ['en', '5 marzo 2020'],
  ])('%s: %s', (language, printed) => {
    expect(readPrintedDate(printed, { language })).toBe('2020-03-05');
  });

  test('one name can mean two months', () => {
    expect(readPrintedDate('5. listopada 2020.', { language: 'hr' })).toBe('2020-10-05');
    expect(readPrintedDate('5 listopada 2020', { language: 'pl' })).toBe('2020-11-05');
  });

  test.each(['version 1.2.2020.5', 'call 020 7946 0018', 'in March 2020', '31 February 2020', '5 March'])('none in %s', (printed) => {
    expect(readPrintedDate(printed, { language: 'en' })).toBeUndefined();
  });
});
