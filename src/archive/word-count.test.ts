import { expect, test } from 'vitest';
import { testRandomly } from '../../tests/support/random.ts';
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

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\u200c-]*/gu;
const PIECES = [..."ab 1-’\u200c\u0301'.,é\u{1d400}\u{10ffff}ж٣\udfffम\u094d\n", '\ud835'];

testRandomly('words are runs that begin with a letter or digit', 2000, (random) => {
  const text = random.list(random.below(30), () => random.pick(PIECES)).join('');
  expect(countWords(text, 'en'), JSON.stringify(text)).toBe(text.match(WORD)?.length ?? 0);
});
