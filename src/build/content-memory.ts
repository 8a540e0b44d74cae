import { openFolder } from '../content/files.ts';
import { type ArticleFile, readArticle } from '../content/read-article.ts';
import type { ArticleMemory } from '../content/read-content.ts';
import { readMemory, writeMemory } from './manifest.ts';

type Remembered = Pick<ArticleFile, 'id' | 'fields' | 'excerpt' | 'digest'>;

interface Stored {
  /** Digest of the part of the program that reads articles. */
  reader: string;
  articles: [file: string, stamp: string, article: Remembered][];
}

/** Articles as the last build read them; those whose file has changed since are read again. */
export function loadContentMemory(file: string, reader: string, contentDir: string): ArticleMemory {
  const stored = readMemory<Stored>(file);
  if (stored?.reader !== reader) return new Map();
  const folder = openFolder(contentDir);
  return new Map(
    stored.articles.map(([path, stamp, article]) => {
      // Where a value stands in its file is asked only when something is wrong with it.
      const locate: ArticleFile['locate'] = (...where) => {
        const read = readArticle(folder, path, () => '');
        return Array.isArray(read) ? { line: 1, column: 1 } : read.locate(...where);
      };
      return [path, { stamp, read: { ...article, file: path, locate } }];
    }),
  );
}

/** Remembers articles for the next build. */
export function saveContentMemory(file: string, reader: string, memory: ArticleMemory): void {
  const articles = [...memory].map(
    ([
      path,
      {
        stamp,
        read: { id, fields, excerpt, digest },
      },
    ]): Stored['articles'][number] => [path, stamp, { id, fields, excerpt, digest }],
  );
  writeMemory(file, { reader, articles } satisfies Stored);
}
