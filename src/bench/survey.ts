import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listOutput } from '../build/output.ts';

/** The files of a site, by path, each with its size and a stamp that changes when it is written or replaced. */
export type Survey = ReadonlyMap<string, { size: number; stamp: string }>;

/** Looks at every file of a site. */
export function survey(dir: string): Survey {
  return new Map(
    listOutput(dir).map((file) => {
      const { size, ino, mtimeMs } = statSync(join(dir, file));
      return [file, { size, stamp: `${ino} ${mtimeMs}` }];
    }),
  );
}

/** How many files are new or were written again since a survey. */
export function countWritten(before: Survey, after: Survey): number {
  return [...after].filter(([file, { stamp }]) => before.get(file)?.stamp !== stamp).length;
}

/** Bytes of all files. */
export function countBytes(files: Survey): number {
  return [...files.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Throws where a site does not have a page for each article: a build that leaves work out is not to be compared. */
export function requireArticles(files: Survey, articles: number): void {
  const pages = [...files.keys()].filter((file) => /(^|\/)\d{4}\/\d{2}\/\d{2}\/[^/]+\/index\.html$/.test(file)).length;
  if (pages !== articles) throw new Error(`There are ${articles} articles, but ${pages} pages were made of them.`);
}
