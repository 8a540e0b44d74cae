import { describe, expect, test } from 'vitest';
import { readRelativeDate } from './relative-date.ts';

describe('dates that are counted from when the page was saved', () => {
  test.each([
    ['en', '3 hours ago', '2020-03-05'],
    ['en', '11 hours ago', '2020-03-04'],
    ['en', 'yesterday', '2020-03-04'],
    ['de', 'vor 2 Tagen', '2020-03-03'],
    ['fr', 'il y a 3 heures', '2020-03-05'],
    ['ru', '5 часов назад', '2020-03-05'],
    ['en', 'for 3 hours', undefined],
  ])('%s: %s', (language, printed, expected) => {
    expect(readRelativeDate(printed, '2020-03-05T10:00:00Z', { language })).toBe(expected);
  });
});
