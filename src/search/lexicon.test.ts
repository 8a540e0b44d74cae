import { expect, test } from 'vitest';
import { type Random, testRandomly } from '../../tests/support/random.ts';
import { isBefore } from './chunk.ts';
import { cutEntries, distinct, type Form, readBlock, writeBlock } from './lexicon.ts';
import { makeLexicons } from './lexicon-files.ts';
import { frequentWords, makeEntries, writeVocabulary } from './vocabulary.ts';

const LETTERS = [...'abcdeстй停火한ع', '\u{20000}', '\u{20001}'];
const word = (random: Random) => random.list(1 + random.below(8), () => random.pick(LETTERS)).join('');
const vocabulary = (random: Random, most: number): Form[] => {
  const words = new Set(random.list(random.below(most) + 1, () => word(random)));
  return inOrder([...words].map((each) => [each, each.length % 2 > 0 ? each : [...each].slice(0, 2).join('')]));
};
const inOrder = (forms: readonly Form[]) => forms.toSorted(([a], [b]) => (isBefore(a, b) ? -1 : 1));
const entriesOf = (bundles: readonly (readonly Form[])[]) => makeEntries(bundles.map((forms) => writeVocabulary({ forms, frequent: [] })));

testRandomly('a block that is written is read the same', 200, (random) => {
  const bundles = random.list(1 + random.below(20), () => vocabulary(random, 40));
  for (const block of cutEntries(entriesOf(bundles))) expect(readBlock(writeBlock(block, bundles.length), bundles.length)).toEqual(block);
});

testRandomly('every word is there, with its bundles, and with its stem', 50, (random) => {
  const bundles = random.list(1 + random.below(5), () => vocabulary(random, 60));
  const entries = new Map(entriesOf(bundles).map((entry) => [entry.key, entry]));
  for (const [at, forms] of bundles.entries()) {
    for (const [own, stem] of forms) {
      expect(entries.get(own)?.bundles).toContain(at);
      expect(entries.get(stem)?.forms).toContain(own);
    }
  }
  const all = bundles.flat();
  expect([...entries.keys()].sort()).toEqual([...new Set(all.flat())].sort());
  for (const { key, bundles: at, forms } of entries.values()) {
    expect(at.every((bundle) => bundles[bundle]?.some(([own]) => own === key))).toBe(true);
    expect(forms).toEqual(inOrder([...new Set(all.filter(([, stem]) => stem === key).map(([own]) => own))].map((own) => [own, own])).map(([own]) => own));
  }
  expect([...entries.keys()]).toEqual([...entries.keys()].sort((a, b) => (isBefore(a, b) ? -1 : 1)));
});

testRandomly('frequent words are those of half of the bundles, and their families stand together as in the lexicon', 50, (random) => {
  const bundles = random
    .list(1 + random.below(6), () => vocabulary(random, 60))
    .map((forms) => ({ forms, frequent: forms.flatMap(([own]) => (random.below(9) === 0 ? [own] : [])) }));
  const words = bundles.map(writeVocabulary);
  const found = frequentWords(words);
  const all = new Set(bundles.flatMap(({ frequent }) => frequent));
  expect([...found].sort()).toEqual([...all].filter((own) => bundles.filter(({ frequent }) => frequent.includes(own)).length * 2 >= bundles.length).sort());
  const { frequent } = makeLexicons(words.map((each, at) => ({ bundle: `en_${at}`, language: 'en', words: each })));
  const families = readBlock(Buffer.from(frequent.en ?? '', 'base64'), bundles.length);
  const entries = entriesOf(bundles.map(({ forms }) => forms));
  const stems = entries.filter(({ forms }) => forms.some((form) => found.has(form)));
  const keys = new Set(stems.flatMap(({ key, forms }) => [key, ...forms]));
  expect(families).toEqual(entries.filter(({ key }) => keys.has(key)));
});

testRandomly('a new word changes the block that it comes into, and hardly another', 5, (random) => {
  const words = [...new Set(random.list(6000, () => word(random)))].map((each): Form => [each, each]);
  const blocks = (forms: readonly Form[]) => cutEntries(entriesOf([inOrder(forms)])).map((block) => JSON.stringify(block));
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
