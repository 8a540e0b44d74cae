import { expect, test } from 'vitest';
import { countWords } from './word-count.ts';

test.each([
  ['', 'en', 0],
  ['One, two; three – four. “Five”!', 'en', 5],
  ['It’s a well-known U-turn of 2020', 'en', 6],
  ['Москва и Анкара', 'ru', 3],
  ['گفت‌وگو در مسکو', 'fa', 3],
  ['停火协议生效。', 'zh', 3],
  ['— … !', 'en', 0],
])('%j in %s has %i words', (text, language, expected) => {
  expect(countWords(text, language)).toBe(expected);
});
