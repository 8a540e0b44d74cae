import { expect } from 'vitest';
import { type Random, testRandomly } from '../../tests/support/random.ts';
import { type BundleTable, bytesOf, chunkName, EDITION, readTable, sizeStep, writeTable } from './table.ts';

const letters = (random: Random, length: number) => random.list(length, () => random.pick([...'abcхج0'])).join('');

const chunks = (random: Random): BundleTable['chunks'] => {
  const names = random
    .list(random.below(8), () => letters(random, EDITION))
    .flatMap((edition) => random.list(1 + random.below(50), () => edition).map(chunkName));
  return { names, from: names.map(() => letters(random, 1 + random.below(4))).sort(), sizes: names.map(() => random.below(300)) };
};

testRandomly('a table that is written is read the same', 200, (random) => {
  const table: BundleTable = {
    days: random.list(random.below(30), () => random.below(9000) - 4000),
    words: random.below(100_000),
    sources: [['alwaght', 3]],
    topics: [],
    languages: [['en', 3]],
    whole: letters(random, 8),
    blocks: random.list(random.below(3), () => letters(random, 8)),
    chunks: chunks(random),
  };
  expect(readTable(writeTable(table))).toEqual(table);
});

testRandomly('a step tells a size by a fifth', 200, (random) => {
  const size = 128 + random.below(random.pick([1_000, 20_000, 5_000_000]));
  expect(Math.abs(bytesOf(sizeStep(size)) / size - 1)).toBeLessThan(0.2);
});
