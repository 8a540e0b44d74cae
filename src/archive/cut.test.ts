import { expect, test } from 'vitest';
import { testRandomly } from '../../tests/support/random.ts';
import { cutAtWord } from './cut.ts';

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['one two three four', 12, 'one two…'],
  ['one two, three', 10, 'one two…'],
  ['one two – three', 12, 'one two…'],
  ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
  ['a Donaudampfschifffahrt', 10, 'a Donauda…'],
  ['\u{1F30D}\u{1F30D}\u{1F30D}', 4, '\u{1F30D}…'],
  ['', 5, ''],
])('“%s” in %i is “%s”', (words, most, expected) => {
  expect(cutAtWord(words, most)).toBe(expected);
});

testRandomly('never longer than asked, never half a character, and a beginning of the text', 300, (random) => {
  const words = random.list(random.below(60), () => random.pick([...'ab ,–-', '\u{1F30D}', '停', 'ع', 'é'])).join('');
  const most = 2 + random.below(40);
  const cut = cutAtWord(words, most);
  expect(cut.length).toBeLessThanOrEqual(most);
  expect(cut.isWellFormed()).toBe(true);
  expect(words.startsWith(cut.replace(/…$/, ''))).toBe(true);
});
