import { expect, test } from 'vitest';
import { type Random, testRandomly } from '../../tests/support/random.ts';
import { cutEntries, distinct, type Form, makeEntries, readBlock, writeBlock } from './lexicon.ts';

const LETTERS = [...'abcdeстй停火한ع', '\u{20000}', '\u{20001}'];
const word = (random: Random) => random.list(1 + random.below(8), () => random.pick(LETTERS)).join('');
const vocabulary = (random: Random, most: number): Form[] => {
  const words = new Set(random.list(random.below(most) + 1, () => word(random)));
  return [...words].sort().map((each) => [each, random.below(2) > 0 ? each : [...each].slice(0, 2).join('')]);
};

testRandomly('a block that is written is read the same', 200, (random) => {
  const bundles = random.list(1 + random.below(20), () => vocabulary(random, 40));
  for (const block of cutEntries(makeEntries(bundles))) expect(readBlock(writeBlock(block, bundles.length), bundles.length)).toEqual(block);
});

testRandomly('every word is there, with its bundles, and with its stem', 50, (random) => {
  const bundles = random.list(1 + random.below(5), () => vocabulary(random, 60));
  const entries = new Map(makeEntries(bundles).map((entry) => [entry.key, entry]));
  for (const [at, forms] of bundles.entries()) {
    for (const [own] of forms) expect(entries.get(own)?.bundles).toContain(at);
  }
  for (const [own, stem] of bundles[0] ?? []) expect(entries.get(stem)?.forms).toContain(own);
});

testRandomly('a new word changes the block that it comes into, and hardly another', 5, (random) => {
  const words = [...new Set(random.list(6000, () => word(random)))].map((each): Form => [each, each]);
  const blocks = (forms: readonly Form[]) => cutEntries(makeEntries([forms])).map((block) => JSON.stringify(block));
  const before = new Set(blocks(words));
  const after = blocks([...words, ['новоеслово', 'новоеслово']]);
  expect(before.size).toBeGreaterThan(5);
  expect(after.filter((block) => !before.has(block)).length).toBeLessThanOrEqual(3);
});

test('what tells a word from the one before', () => {
  expect(distinct('troops', 'troop')).toBe('troops');
  expect(distinct('border', 'army')).toBe('b');
  expect(distinct('armies', 'armed')).toBe('armi');
});
