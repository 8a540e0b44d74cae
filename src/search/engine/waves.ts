/** What decides how many bundles are searched next. None of it depends on what was loaded before, so a query has the same answer at any time. */
export interface WaveOptions {
  /** Bundles that may have hits, in their turn. */
  waiting: readonly { articles: number }[];
  searched: readonly { entry: { articles: number }; result: { cost: number } }[];
  hits: number;
  /** Number of terms of the query. */
  terms: number;
  /** Whether all are to be searched. */
  whole: boolean;
  /** Most bytes, tables included, that a search takes that has not found enough. */
  mostBytes?: number;
}

/** An archive of so many articles, or so many that may have hits, is always searched whole: it gets exact numbers. */
const SMALL = 2500;

/** So many of the newest tell what a query costs. */
const FIRST = 500;

/** With a page of hits, a search goes on within the newest articles as long as it costs little. */
const ENOUGH = { hits: 10, articles: 10_000, bytes: 11 * 1024 };

const MOST_BYTES = 240 * 1024;

/** Bytes that are spent at once where nothing is known yet: more would delay the first hits. */
const AT_ONCE = 48 * 1024;

/** What a bundle's table takes for each article, and a part of the index, in bytes. */
const TABLE = 1.7;
const CHUNK = 1.9 * 1024;

/** How many bundles, in their turn, are searched first, whatever is asked. */
export function firstWave(waiting: WaveOptions['waiting']): number {
  return planWave({ waiting, searched: [], hits: 0, terms: 1, whole: false });
}

/** How many of the waiting bundles to search at once; 0 where what was found will do. */
export function planWave({ waiting, searched, hits, terms, whole, mostBytes = MOST_BYTES }: WaveOptions): number {
  let articles = searched.reduce((sum, { entry }) => sum + entry.articles, 0);
  if (whole || articles + waiting.reduce((sum, entry) => sum + entry.articles, 0) <= SMALL) return waiting.length;
  const words = searched.reduce((sum, { result }) => sum + result.cost, 0);
  const dear = articles === 0 ? 0 : words / articles;
  const isEnough = hits >= ENOUGH.hits;
  const isFirst = articles === 0;
  const before = isEnough ? words : words + articles * TABLE;
  const most = isEnough ? ENOUGH.bytes : Math.min(mostBytes, before + Math.max(AT_ONCE, before));
  // As many articles as are likely to have what is still wanted.
  const likely = hits === 0 ? Number.POSITIVE_INFINITY : articles + (1.5 * articles * (ENOUGH.hits - hits)) / hits;
  let bytes = before;
  let wave = 0;
  for (const { articles: own } of waiting) {
    if ((isFirst && articles >= FIRST) || (!isEnough && wave > 0 && articles > likely)) break;
    bytes += Math.max(dear * own, terms * CHUNK) + (isEnough ? 0 : own * TABLE);
    articles += own;
    const isDear = bytes > most && (isEnough || wave > 0 || bytes > mostBytes);
    if (!isFirst && (isDear || (isEnough && articles > ENOUGH.articles))) break;
    wave += 1;
  }
  return wave;
}
