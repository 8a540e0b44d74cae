/** What decides how many bundles are searched next. */
export interface WaveOptions {
  /** Bundles that may have hits, in their turn. */
  waiting: readonly { articles: number }[];
  searched: readonly { entry: { articles: number } }[];
  /** Bytes that this search has loaded so far. */
  spent: number;
  hits: number;
  /** Number of terms of the query. */
  terms: number;
  /** Whether all are to be searched. */
  whole: boolean;
}

/** So many articles are always searched: a small archive gets exact numbers. */
const ALWAYS = 2500;

/** Bytes that a search may load while it has enough hits, and while it has not. */
const ENOUGH = { bytes: 64 * 1024, hits: 10 };
const MOST_BYTES = 192 * 1024;

/** What a bundle's table takes for each article, and a part of the index, in bytes. */
const TABLE = 8;
const CHUNK = 5 * 1024;

/** How many of the waiting bundles to search at once; 0 where what was found will do. */
export function planWave({ waiting, searched, spent, hits, terms, whole }: WaveOptions): number {
  if (whole) return waiting.length;
  const done = searched.reduce((sum, { entry }) => sum + entry.articles, 0);
  const budget = hits >= ENOUGH.hits ? ENOUGH.bytes : MOST_BYTES;
  const dear = searched.length === 0 ? 0 : spent / searched.length;
  let articles = done;
  let bytes = spent;
  let wave = 0;
  for (const { articles: own } of waiting) {
    const cost = Math.max(dear, own * TABLE + terms * CHUNK);
    if (articles + own > ALWAYS && bytes + cost > (wave === 0 ? budget : ENOUGH.bytes)) break;
    articles += own;
    bytes += cost;
    wave += 1;
  }
  return wave;
}
