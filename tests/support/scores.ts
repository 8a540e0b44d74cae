/** How near a text taken from a page is to the one it has, and how often a fact is the right one. */
import { shinglesOf, wordsOf } from '../../src/import/extract/text/lines.ts';

/** Shares of four-word shingles, together 1 for each page: in both texts, in the taken one alone, in the true one alone. */
export interface Overlap {
  both: number;
  tooMuch: number;
  missed: number;
}

/** Compares two texts by their shingles, counted as often as they occur; a text under four words is one shingle. */
export function overlap(taken: string, truth: string): Overlap {
  const own = countsOf(taken);
  const other = countsOf(truth);
  const sums = { both: 0, tooMuch: 0, missed: 0 };
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const [one, two] = [own.get(key) ?? 0, other.get(key) ?? 0];
    sums.both += Math.min(one, two);
    sums.tooMuch += Math.max(0, one - two);
    sums.missed += Math.max(0, two - one);
  }
  const total = sums.both + sums.tooMuch + sums.missed || 1;
  return { both: sums.both / total, tooMuch: sums.tooMuch / total, missed: sums.missed / total };
}

function countsOf(text: string): Map<string, number> {
  const words = wordsOf(text);
  const shingles = words.length > 0 && words.length < 4 ? [words.join(' ')] : shinglesOf(words);
  const counts = new Map<string, number>();
  for (const shingle of shingles) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  return counts;
}

/** F1 over pages, each of which has the same weight whatever its length. */
export function f1(pages: readonly Overlap[]): number {
  const sum = (pick: (each: Overlap) => number): number => pages.reduce((total, each) => total + pick(each), 0);
  const both = sum((each) => each.both);
  return (2 * both) / (2 * both + sum((each) => each.tooMuch) + sum((each) => each.missed));
}

/** How often something was right, of all that have it. */
export class Tally {
  right = 0;
  of = 0;

  count(isRight: boolean): void {
    this.of++;
    if (isRight) this.right++;
  }

  toString(): string {
    return this.of === 0 ? 'none' : `${((100 * this.right) / this.of).toFixed(1)} % of ${this.of}`;
  }
}
