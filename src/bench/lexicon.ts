import type { Random } from './random.ts';

/** Made-up words and names that occur as those of a language do. */
export interface Lexicon {
  /** A word; few are frequent and most are rare, by Zipf's law. */
  word(): string;
  /** A name of a person or place, with a capital in each part. New ones keep coming up, as in the news. */
  name(): string;
  /** A name of one part. */
  properName(): string;
}

/** How many different words there are; news archives of some thousand articles have about as many. */
const WORDS = 50_000;

/** So many of them, the most frequent, are short. */
const SHORT = 5000;

/** Flattens the head of the distribution, as in Mandelbrot's form of Zipf's law. */
const SHIFT = 2.7;

/** Names to begin with, and how often a further one comes up. */
const NAMES = { first: 200, fresh: 0.02 };

const FREQUENT =
  'the of to and in a that for on with is was said as by at from it be an has are have not his he its were but which this had will their who been more than also after they one or about up when would there two first into new over year other all last could some no'.split(
    ' ',
  );
const ONSETS = 'b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sk sl sp st str t th tr v w z'.split(' ');
const VOWELS = 'a e i o u ai au ea ee io oa ou'.split(' ');
const CODAS = ['', '', '', 'b', 'd', 'g', 'l', 'm', 'n', 'nd', 'ng', 'nt', 'p', 'r', 'rd', 's', 'ss', 'st', 't', 'x'];

/** Makes the words of an archive. */
export function makeLexicon(random: Random): Lexicon {
  const { unit, between, pick, list } = random;
  const build = (syllables: number) => list(syllables, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
  const known = new Set(FREQUENT);
  while (known.size < WORDS) known.add(build(between(1, 3) + (known.size > SHORT ? 1 : 0)));
  const words = [...known];
  // A word's share of all words, added to the shares of those before it.
  const shares = new Float64Array(WORDS);
  let sum = 0;
  for (let rank = 0; rank < WORDS; rank += 1) {
    sum += 1 / (rank + 1 + SHIFT);
    shares[rank] = sum;
  }
  const names: string[] = [];
  const properName = () => capitalize(build(2));
  return {
    word: () => words[rankAt(shares, unit() * sum)] as string,
    properName,
    name: () => {
      if (names.length >= NAMES.first && unit() >= NAMES.fresh) return names[Math.floor(unit() ** 3 * names.length)] as string;
      const name = `${properName()} ${capitalize(build(between(1, 3)))}`;
      names.push(name);
      return name;
    },
  };
}

/** A text with a capital in front. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first place in rising numbers that holds at least `wanted`. */
function rankAt(shares: Float64Array, wanted: number): number {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
