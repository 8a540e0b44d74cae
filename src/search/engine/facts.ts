import { BLOCK, type BundleTable, dayOfNumber, type Facts, factsFile, fragmentFile, LETTERS, readFacts } from '../table.ts';
import type { Store } from './store.ts';

/** What is known of a bundle's articles beside their days, by their positions. */
export interface FactsOf {
  /** Positions in the table's lists. */
  source(page: number): number;
  topics(page: number): readonly number[];
  language(page: number): number;
  /** About how many words it has. */
  words(page: number): number;
  /** File of its fragment, below the bundle's folder. */
  fragment(page: number): string;
}

/** Reads the facts of a bundle where they are needed. */
export interface FactsReader {
  /** The facts of some articles; asking for others throws. */
  of(pages: Iterable<number>): Promise<FactsOf>;
}

/** See {@link FactsReader}. */
export function openFacts(store: Store, folder: string, { blocks }: BundleTable, days: readonly number[]): FactsReader {
  const read = new Map<number, Promise<Facts>>();
  const blockAt = (at: number) => {
    let block = read.get(at);
    if (block === undefined) {
      block = store.bytes(`${folder}/${factsFile(blocks[at] ?? '')}`, 'deflate-raw').then(readFacts);
      block.catch(() => read.delete(at));
      read.set(at, block);
    }
    return block;
  };
  return {
    async of(pages) {
      const wanted = new Set<number>();
      for (const page of pages) wanted.add(Math.floor(page / BLOCK));
      const known = new Map(await Promise.all([...wanted].map(async (at) => [at, await blockAt(at)] as const)));
      const factsOf = (page: number): Facts => {
        const facts = known.get(Math.floor(page / BLOCK));
        if (facts === undefined) throw new Error('The facts of this article were not asked for.');
        return facts;
      };
      return {
        source: (page) => factsOf(page).source[page % BLOCK] ?? -1,
        topics: (page) => factsOf(page).topic[page % BLOCK] ?? [],
        language: (page) => factsOf(page).language[page % BLOCK] ?? -1,
        words: (page) => 2 ** (factsOf(page).length[page % BLOCK] ?? 0),
        fragment: (page) => fragmentFile(dayOfNumber(days[page] ?? 0), factsOf(page).fragments.slice((page % BLOCK) * LETTERS, ((page % BLOCK) + 1) * LETTERS)),
      };
    },
  };
}
