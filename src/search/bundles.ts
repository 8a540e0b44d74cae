import type { Article } from '../archive/article.ts';

/** Articles that are indexed together. */
export interface Bundle {
  /** Name of its folder: language, first and last day that could be in it. */
  name: string;
  /** In the archive's order. */
  articles: readonly Article[];
}

/** Most articles of a bundle: a query costs some bytes for each bundle, and a changed article has its whole bundle made again. */
export const MOST = 5000;

/** Most of the newest bundle, which is made again with every article that is published. */
export const MOST_NEWEST = 1000;

const DAY = 86_400_000;

// 2^16 days are 179 years; what lies before 1970 has negative numbers and blocks of its own.
const LARGEST = 16;

/**
 * Splits an archive into bundles by language and date. Dates are halved into blocks of 2^n days that
 * begin at multiples of their length, until few enough articles are in one; so a block has the same
 * bounds whatever else is in the archive, and a new article changes the bundle of its day and no other.
 * Oldest first, languages in the order of their tags.
 */
export function planBundles(articles: readonly Article[], most = MOST, mostNewest = MOST_NEWEST): Bundle[] {
  const byLanguage = Map.groupBy(articles, ({ language }) => language.split('-')[0]?.toLowerCase() ?? '');
  return [...byLanguage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([language, ofLanguage]) => {
      const days = ofLanguage.map(({ day }) => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY));
      const bundles: Bundle[] = [];
      const split = (from: number, to: number, size: number): void => {
        const isNewest = to === ofLanguage.length;
        if (to - from > (isNewest ? mostNewest : most) && size > 0) {
          let at = from;
          while (at < to) {
            const block = Math.floor((days[at] ?? 0) / 2 ** (size - 1));
            const end = endOf(days, at, to, (block + 1) * 2 ** (size - 1));
            split(at, end, size - 1);
            at = end;
          }
          return;
        }
        // A day that holds more than a bundle may is cut by number.
        for (let at = from; at < to; at += most) {
          const first = Math.floor((days[at] ?? 0) / 2 ** size) * 2 ** size;
          const part = to - from > most ? `_${(at - from) / most + 1}` : '';
          bundles.push({ name: `${language}_${dayOf(first)}_${dayOf(first + 2 ** size - 1)}${part}`, articles: ofLanguage.slice(at, Math.min(to, at + most)) });
        }
      };
      let at = 0;
      while (at < days.length) {
        const end = endOf(days, at, days.length, (Math.floor((days[at] ?? 0) / 2 ** LARGEST) + 1) * 2 ** LARGEST);
        split(at, end, LARGEST);
        at = end;
      }
      return bundles;
    });
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

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
