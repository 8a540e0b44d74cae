import { expect } from 'vitest';
import { type Random, testRandomly } from '../../tests/support/random.ts';
import { beginsGroup, cutWords, type Entry } from './cut.ts';

const LETTERS = [...'abcdeстйع', '\u{20000}'];
const entry = (random: Random): Entry => ({
  word: random.list(1 + random.below(8), () => random.pick(LETTERS)).join(''),
  bytes: 10 + (random.below(200) === 0 ? random.below(9000) : random.below(150)),
});
const entries = (random: Random, most: number) => {
  const byWord = new Map(random.list(1 + random.below(most), () => entry(random)).map((each) => [each.word, each]));
  return [...byWord.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
};
const sizeOf = (part: readonly Entry[]) => part.reduce((sum, { bytes }) => sum + bytes, 0);

testRandomly('parts hold every word in its order, none too many, and a large word alone', 100, (random) => {
  const all = entries(random, 3000);
  const parts = [...cutWords(all)];
  expect(parts.flat()).toEqual(all);
  for (const [at, part] of parts.entries()) {
    expect(part.length === 1 || sizeOf(part) <= 3584).toBe(true);
    expect(part.length === 1 || part.every(({ bytes }) => bytes <= 1792)).toBe(true);
    const isCutWithin = [parts[at], parts[at + 1]].every((each) => each?.every(({ bytes }) => bytes <= 1792));
    if (isCutWithin) expect(sizeOf(part)).toBeGreaterThanOrEqual(1792);
  }
});

testRandomly('words that change leave the cuts that are not near them', 20, (random) => {
  const all = entries(random, 40_000);
  const changed = new Set(random.list(5, () => random.below(all.length)));
  const after = all.flatMap((each, at) =>
    changed.has(at)
      ? [
          { ...each, bytes: each.bytes + 3 },
          { word: `${each.word}й`, bytes: 20 },
        ]
      : [each],
  );
  const firstsOf = (some: readonly Entry[]) => new Set([...cutWords(some)].map(([first]) => first?.word));
  const moved = firstsOf(after).difference(firstsOf(all)).size;
  expect(moved).toBeLessThanOrEqual(25);
});

testRandomly('a group is some parts long', 5, (random) => {
  const parts = [...cutWords(entries(random, 60_000))];
  const groups = parts.filter(([first]) => beginsGroup(first?.word ?? '')).length;
  if (parts.length > 200) expect(parts.length / groups).toBeGreaterThan(8);
  if (parts.length > 200) expect(parts.length / groups).toBeLessThan(32);
});
