import type { ArticleFile } from '../content/read-article.ts';
import type { ArticleMemory } from '../content/read-content.ts';
import { readMemory, writeMemory } from './manifest.ts';

type Remembered = Pick<ArticleFile, 'id' | 'fields' | 'excerpt' | 'digest' | 'textDigest'>;

interface Stored {
  /** Digest of the part of the program that reads articles. */
  reader: string;
  articles: [file: string, stamp: string, article: Remembered][];
}

/** Articles as the last build read them; those whose file has changed since are read again. */
export function loadContentMemory(file: string, reader: string): ArticleMemory {
  const stored = readMemory<Stored>(file);
  if (stored?.reader !== reader) return new Map();
  return new Map(stored.articles.map(([path, stamp, article]) => [path, { stamp, read: { ...article, file: path } }]));
}

/** Remembers articles for the next build. */
export function saveContentMemory(file: string, reader: string, memory: ArticleMemory): void {
  const articles = [...memory].map(
    ([
      path,
      {
        stamp,
        read: { id, fields, excerpt, digest, textDigest },
      },
    ]): Stored['articles'][number] => [path, stamp, { id, fields, excerpt, digest, textDigest }],
  );
  writeMemory(file, { reader, articles } satisfies Stored);
}
