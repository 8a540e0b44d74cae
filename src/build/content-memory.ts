import { join } from 'node:path';
import type { Listing } from '../content/files.ts';
import type { ArticleFile } from '../content/read-article.ts';
import type { ArticleMemory } from '../content/read-content.ts';
import { listMemories, readMemory, removeMemory, writeMemory } from './memories.ts';

type Remembered = Pick<ArticleFile, 'id' | 'fields' | 'excerpt' | 'digest' | 'textDigest'>;

interface Stored {
  /** Digest of the part of the program that reads articles. */
  reader: string;
  articles: [file: string, stamp: string, article: Remembered][];
}

/** Articles as the last build read them; those whose file has changed since are read again. */
export interface ContentMemory {
  articles: ArticleMemory;
  /** Remembers for the next build what is listed now. */
  save(listing: Listing): void;
}

/**
 * Opens the memory of articles in a folder: a file for each year, so that a new article costs the writing of one.
 * @param reader Digest of the part of the program that reads articles.
 * @param clean Whether to begin with nothing.
 */
export function openContentMemory(dir: string, reader: string, clean: boolean): ContentMemory {
  const articles: ArticleMemory = new Map();
  const kept = new Map<string, Entry[]>();
  for (const year of clean ? [] : listMemories(dir)) {
    const stored = readMemory<Stored>(join(dir, year));
    if (stored?.reader !== reader) continue;
    const entries = stored.articles.map(([file, stamp, article]): Entry => ({ stamp, read: Object.assign(article, { file }) }));
    for (const entry of entries) articles.set(entry.read.file, entry);
    kept.set(year, entries);
  }
  return {
    articles,
    save: (listing) => {
      const entries = [...articles.values()].filter(({ read }) => listing.has(read.file));
      const years = Map.groupBy(entries, ({ read }) => yearOf(read.file));
      for (const [year, members] of years) {
        const before = kept.get(year);
        // One that was read again is another object.
        const isSame = before?.length === members.length && before.every((entry, at) => members[at] === entry);
        if (!isSame) writeMemory(join(dir, year), { reader, articles: members.map(toStored) } satisfies Stored);
      }
      for (const year of listMemories(dir)) if (!years.has(year)) removeMemory(join(dir, year));
    },
  };
}

/** An article as it was read, and the stamp that its file had then. */
type Entry = NonNullable<ReturnType<ArticleMemory['get']>>;

function toStored({ stamp, read }: Entry): Stored['articles'][number] {
  const { id, file, fields, excerpt, digest, textDigest } = read;
  return [file, stamp, { id, fields, excerpt, digest, textDigest }];
}

/** Year of an article's file, `articles/2020/…`. */
function yearOf(file: string): string {
  const from = file.indexOf('/') + 1;
  return file.slice(from, file.indexOf('/', from));
}
