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

/** Where more than this part of the blocks is needed, all facts are loaded: one request takes less time, and by then hardly more bytes. */
const MANY = 1 / 3;

/** Reads the facts of a bundle where they are needed. */
export interface FactsReader {
  /** The facts of some articles; asking for others throws. */
  of(pages: Iterable<number>): Promise<FactsOf>;
}

interface Known extends Facts {
  /** Where the topics of each article end. */
  ends: readonly number[];
}

function know(bytes: Uint8Array): Known {
  const facts = readFacts(bytes);
  let end = 0;
  const ends = facts.topics.map((own) => {
    end += own;
    return end;
  });
  return { ...facts, ends };
}

/** See {@link FactsReader}. */
export function openFacts(store: Store, folder: string, { blocks, whole }: BundleTable, days: readonly number[]): FactsReader {
  const read = new Map<string, Promise<Known>>();
  const factsIn = (name: string) => {
    let facts = read.get(name);
    if (facts === undefined) {
      facts = store.bytes(`${folder}/${factsFile(name)}`).then(know);
      facts.catch(() => read.delete(name));
      read.set(name, facts);
    }
    return facts;
  };
  return {
    async of(pages) {
      const wanted = new Set<number>();
      for (const page of pages) wanted.add(Math.floor(page / BLOCK));
      const isWhole = wanted.size > 0 && (blocks.length === 0 || read.has(whole) || wanted.size > blocks.length * MANY);
      const size = isWhole ? days.length : BLOCK;
      const parts = isWhole ? [[0, whole] as const] : [...wanted].map((at) => [at, blocks[at] ?? ''] as const);
      const known: Known[] = [];
      await Promise.all(
        parts.map(async ([at, name]) => {
          known[at] = await factsIn(name);
        }),
      );
      const factsOf = (page: number): Known => {
        const facts = known[Math.floor(page / size)];
        if (facts === undefined) throw new Error('The facts of this article were not asked for.');
        return facts;
      };
      return {
        source: (page) => factsOf(page).source[page % size] ?? -1,
        topics: (page) => {
          const { topic, ends } = factsOf(page);
          return topic.slice(ends[(page % size) - 1] ?? 0, ends[page % size]);
        },
        language: (page) => factsOf(page).language[page % size] ?? -1,
        words: (page) => 2 ** (factsOf(page).length[page % size] ?? 0),
        fragment: (page) => fragmentFile(dayOfNumber(days[page] ?? 0), factsOf(page).fragments.slice((page % size) * LETTERS, ((page % size) + 1) * LETTERS)),
      };
    },
  };
}
