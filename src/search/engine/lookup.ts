import { blockFile, type LexiconEntry } from '../catalogue.ts';
import { isBefore } from '../chunk.ts';
import { type Entry, readBlock } from '../lexicon.ts';
import { loadStem, type Stem } from '../stem.ts';
import type { Store } from './store.ts';

/** The lexicon of a language, asked word by word. */
export interface Lookup {
  language: string;
  /** Names of the bundles in which a word stands as it is; none where the archive does not have it. */
  standsIn(word: string): Promise<readonly string[]>;
  /** All forms of a word that the archive has. */
  formsOf(word: string): Promise<readonly string[]>;
  /** Words that begin so; undefined where they are so many that they are not worth loading. */
  beginningWith(start: string): Promise<readonly string[] | undefined>;
  /** Every word of the block in which a word stands or would stand, and of those beside it. */
  around(word: string): Promise<readonly Entry[]>;
}

/** More blocks than this are not loaded to learn which words begin with something. */
const MOST_BLOCKS = 6;

/** Opens the lexicon of a language of the archive. */
export function openLookup(store: Store, language: string): Lookup {
  const { bundles, keys, names } = store.catalogue.lexicons[language] ?? { bundles: [], keys: '', names: '' };
  let loading: Promise<Stem> | undefined;
  const loadOwn = () => {
    loading ??= loadStem(language).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  // It comes while tables do; where it fails, it is asked for again when it is needed.
  loadOwn().catch(() => undefined);
  const starts = keys === '' ? [] : keys.split(' ');
  const read = new Map<number, Promise<Entry[]>>();
  const blockAt = (at: number) => {
    let block = read.get(at);
    if (block === undefined) {
      block = store.bytes(blockFile(language, names.slice(at * 6, at * 6 + 6))).then((bytes) => readBlock(bytes, bundles.length));
      block.catch(() => read.delete(at));
      read.set(at, block);
    }
    return block;
  };
  let frequent: ReadonlyMap<string, Entry> | undefined;
  const known = () => {
    const block = frequent === undefined ? store.frequent(language) : undefined;
    if (block !== undefined) frequent = new Map(readBlock(block, bundles.length).map((entry) => [entry.key, entry]));
    return frequent;
  };
  return lookupIn({ language, stem: loadOwn, bundles, starts, blockAt, known: (key) => known()?.get(key) });
}

interface Blocks {
  language: string;
  stem(): Promise<Stem>;
  bundles: LexiconEntry['bundles'];
  /** What each block begins with. */
  starts: readonly string[];
  blockAt(at: number): Promise<readonly Entry[]>;
  /** A frequent word or stem, for which no block is needed, where these have come. */
  known(key: string): Entry | undefined;
}

function lookupIn({ language, stem, bundles, starts, blockAt, known }: Blocks): Lookup {
  /** Position of the block in which a word stands, if it stands anywhere. */
  const placeOf = (word: string) => Math.max(0, lastNotAfter(starts, word));
  const entryOf = async (key: string) => known(key) ?? (starts.length === 0 ? undefined : findEntry(await blockAt(placeOf(key)), key));
  return {
    language,
    standsIn: async (word) => ((await entryOf(word))?.bundles ?? []).map((at) => bundles[at] ?? ''),
    formsOf: async (word) => (await entryOf((await stem())(word)))?.forms ?? [],
    async beginningWith(start) {
      const first = placeOf(start);
      let last = first;
      while (last + 1 < starts.length && (starts[last + 1]?.startsWith(start) || isBefore(starts[last + 1] ?? '', start))) last += 1;
      if (starts.length === 0) return [];
      if (last - first >= MOST_BLOCKS) return undefined;
      const blocks = await Promise.all(Array.from({ length: last - first + 1 }, (_, at) => blockAt(first + at)));
      return blocks.flat().flatMap(({ key, bundles: set }) => (set.length > 0 && key.startsWith(start) ? [key] : []));
    },
    async around(word) {
      const place = placeOf(word);
      const beside = [place - 1, place, place + 1].filter((at) => at >= 0 && at < starts.length);
      return (await Promise.all(beside.map(blockAt))).flat();
    },
  };
}

/** Position of the last of some sorted starts that is not after a word; -1 where all are. */
export function lastNotAfter(starts: readonly string[], word: string): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(word, starts[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function findEntry(entries: readonly Entry[], key: string): Entry | undefined {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry === undefined || entry.key === key) return entry;
    if (isBefore(entry.key, key)) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
