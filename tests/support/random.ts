import { test } from 'vitest';

/** Numbers, letters and choices that look random and are the same in every run with the same seed. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** One of a list. */
  pick<Item>(items: readonly Item[]): Item;
  /** A list in another order; the given one stays as it is. */
  shuffle<Item>(items: readonly Item[]): Item[];
  /** A list of `length` made one by one. */
  list<Item>(length: number, make: (at: number) => Item): Item[];
}

/** A generator for a seed (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (most: number) => Math.floor(next() * most);
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item;
  const list = <Item>(length: number, make: (at: number) => Item) => Array.from({ length }, (_, at) => make(at));
  const shuffle = <Item>(items: readonly Item[]) => {
    const mixed = [...items];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [mixed[at], mixed[other]] = [mixed[other] as Item, mixed[at] as Item];
    }
    return mixed;
  };
  return { below, pick, shuffle, list };
}

/** Seed of this run; `STET_SEED` takes that of a run that failed. */
export const seed = Number(process.env.STET_SEED ?? 20_200_305);

/**
 * A test that holds for whatever is made at random: runs `rounds` times, each with a generator of its
 * own. A failure names the seed with which it comes back.
 */
export function testRandomly(name: string, rounds: number, run: (random: Random) => void): void {
  test(name, () => {
    for (let round = 0; round < rounds; round += 1) {
      try {
        run(makeRandom(seed + round));
      } catch (error) {
        if (error instanceof Error) error.message = `With STET_SEED=${seed + round}: ${error.message}`;
        throw error;
      }
    }
  });
}
