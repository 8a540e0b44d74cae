import { expect, test } from 'vitest';
import { dayOfReader } from './page.ts';

test.each([
  [new Date(2026, 0, 9, 0, 0), '2026-01-09'],
  [new Date(2026, 11, 31, 23, 59), '2026-12-31'],
])('a reader’s day is that of the reader’s clock', (now, day) => {
  expect(dayOfReader(now)).toBe(day);
});
