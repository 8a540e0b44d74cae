import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, openFolder, stampOf } from '../content/files.ts';
import { listOutput } from './output.ts';
import { ROOT } from './root.ts';

/** Files that are published as they are. */
export const PUBLIC_DIR = join(ROOT, 'public');

/** What tells whether a file has changed, for everything that a publisher edits. */
export function listingOf(contentDir: string): [file: string, stamp: string | undefined][] {
  const content = openFolder(contentDir);
  const files = ['articles', 'sources', 'topics', 'pages'].flatMap((sub) => listFiles(content, sub));
  return [...['archive.yml', ...files].map((file): [string, string | undefined] => [file, stampOf(content, file)]), ...listPublic()];
}

/** The publisher's own files with their stamps. */
export function listPublic(): [file: string, stamp: string][] {
  return listOutput(PUBLIC_DIR).map((file) => {
    const { size, mtimeMs, ctimeMs } = statSync(join(PUBLIC_DIR, file));
    return [file, `${size}-${mtimeMs}-${ctimeMs}`];
  });
}
