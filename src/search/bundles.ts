import type { Article } from '../archive/article.ts';
import { dayOfNumber, numberOfDay } from './table.ts';

/** Articles that are searched together. */
export interface Bundle {
  /** Name of its folder: language, first and last day that could be in it. */
  name: string;
  /** In the archive's order. */
  articles: readonly Article[];
  /** The same articles in the parts that are indexed together; see {@link Limits.part}. */
  parts: readonly (readonly Article[])[];
}

/** How many articles are put together at most. */
export interface Limits {
  /** In a bundle: a query costs some bytes for each bundle. */
  bundle: number;
  /** In the newest bundle, which changes with every article that is published. */
  newest: number;
  /** In a part of a bundle: an article that has changed has its part indexed again. */
  part: number;
  /** In a part of the newest bundle, so that whoever publishes waits for little; many small parts take longer than a few. */
  newestPart: number;
  /** Of one day in a bundle: two letters tell their fragments apart, and there are 1,296 such. */
  day: number;
}

export const LIMITS: Limits = { bundle: 5000, newest: 1000, part: 625, newestPart: 160, day: 1000 };

/** Some articles, by their positions, that are all of one block of 2^size days. */
interface Block {
  from: number;
  to: number;
  size: number;
}

// 2^16 days are 179 years; what lies before 1970 has negative numbers and blocks of its own.
const LARGEST = 16;

/**
 * Splits an archive into bundles by language and date. Dates are halved into blocks of 2^n days that
 * begin at multiples of their length, until few enough articles are in one; so a block has the same
 * bounds whatever else is in the archive, and a new article changes the bundle of its day and no other.
 * The parts of a bundle are smaller blocks. Oldest first, languages in the order of their tags.
 */
export function planBundles(articles: readonly Article[], limits: Limits = LIMITS): Bundle[] {
  const byLanguage = Map.groupBy(articles, ({ language }) => language.split('-')[0]?.toLowerCase() ?? '');
  return [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([language, ofLanguage]) => planLanguage(language, ofLanguage, limits));
}

function planLanguage(language: string, articles: readonly Article[], limits: Limits): Bundle[] {
  const days = articles.map(({ day }) => numberOfDay(day));
  const crowded = days.flatMap((day, at) => (days[at - 1] !== day && days[at + limits.day] === day ? [at] : []));
  const isBundle = ({ from, to }: Block) => to - from <= (to === days.length ? limits.newest : limits.bundle) && !crowded.some((at) => at >= from && at < to);
  const isPart = ({ from, to }: Block) => to - from <= (to > newest ? limits.newestPart : limits.part);
  const all = { from: 0, to: days.length, size: LARGEST + 1 };
  const bundles = [...halve(days, all)].flatMap((block) => [...splitBlock(days, block, isBundle)]);
  const newest = bundles.at(-1)?.from ?? 0;
  return bundles.flatMap((block) => {
    const { from, to, size } = block;
    const first = Math.floor((days[from] ?? 0) / 2 ** size) * 2 ** size;
    const name = `${language}_${dayOfNumber(first)}_${dayOfNumber(first + 2 ** size - 1)}`;
    if (!crowded.includes(from)) {
      const parts = [...splitBlock(days, block, isPart)].map((part) => articles.slice(part.from, part.to));
      return [{ name, articles: articles.slice(from, to), parts }];
    }
    // A day of too many articles is cut by number.
    return Array.from({ length: Math.ceil((to - from) / limits.day) }, (_, at) => {
      const some = articles.slice(from + at * limits.day, Math.min(to, from + (at + 1) * limits.day));
      return { name: `${name}_${at + 1}`, articles: some, parts: [some] };
    });
  });
}

/** Halves a block until its halves are as they should be, or days. */
function* splitBlock(days: readonly number[], block: Block, isDone: (block: Block) => boolean): Generator<Block> {
  if (block.size === 0 || isDone(block)) yield block;
  else for (const half of halve(days, block)) yield* splitBlock(days, half, isDone);
}

/** The blocks of half the size in which a block has articles. */
function* halve(days: readonly number[], { from, to, size }: Block): Generator<Block> {
  const length = 2 ** (size - 1);
  for (let at = from; at < to; ) {
    const end = endOf(days, at, to, (Math.floor((days[at] ?? 0) / length) + 1) * length);
    yield { from: at, to: end, size: size - 1 };
    at = end;
  }
}

/** Index of the first day, from `at` on, that is not before `limit`. */
function endOf(days: readonly number[], at: number, to: number, limit: number): number {
  let low = at;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
