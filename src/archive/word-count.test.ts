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

test('words are runs that begin with a letter or digit, whatever the text', () => {
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\u200c-]*/gu;
  const pieces = [..."ab 1-’\u200c\u0301'.,é\u{1d400}\u{10ffff}ж٣\ud800\udc00\udfffम\u094d\n", '\ud835'];
  let seed = 7;
  const pick = (most: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 16) % most;
  };
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: pick(30) }, () => pieces[pick(pieces.length)]).join('');
    expect(countWords(text, 'en'), JSON.stringify(text)).toBe(text.match(WORD)?.length ?? 0);
  }
});
