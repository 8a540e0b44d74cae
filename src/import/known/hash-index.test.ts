import { expect, test } from 'vitest';
import { makeRandom, seed } from '../../../tests/support/random.ts';
import { HashIndex } from './hash-index.ts';

test('an index gives what a map of lists would, in the same order', () => {
  const random = makeRandom(seed);
  const index = new HashIndex();
  const map = new Map<number, number[]>();
  // Hashes of few values, many of them small, as the smallest of a text are.
  const hashes = Array.from({ length: 900 }, (_, at) => (at % 3 === 0 ? at : random.pick([at * 4_000_037, 0xffffffff - at, at << 20]) >>> 0));
  for (let value = 0; value < 5000; value += 1) {
    const hash = random.pick(hashes);
    index.add(hash, value);
    map.set(hash, [...(map.get(hash) ?? []), value]);
  }
  for (const hash of hashes) {
    expect(index.get(hash)).toEqual(map.get(hash) ?? []);
    expect(index.get(hash, 2)).toEqual((map.get(hash) ?? []).slice(0, 2));
  }
  expect(index.get(123_456_789)).toEqual([]);
});
