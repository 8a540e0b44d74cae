import { test } from 'vitest';
import { makeRandom, type Random } from '../../src/bench/random.ts';

export { makeRandom, type Random };

/** Seed of this run; `STET_SEED` takes that of a run that failed. */
export const seed = Number(process.env.STET_SEED ?? 20_200_305);

/**
 * A test that holds for whatever is made at random: runs `rounds` times, each with a generator of its
 * own. A failure names the seed with which it comes back. Each round may take as long as a test, so that
 * those who have the time can try as often as they like.
 */
export function testRandomly(name: string, rounds: number, run: (random: Random) => void): void {
  test(name, { timeout: Math.max(1, rounds) * 60_000 }, () => {
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
