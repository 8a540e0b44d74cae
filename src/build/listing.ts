import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listOutput } from './output.ts';
import { ROOT } from './root.ts';

/** Files that are published as they are. */
export const PUBLIC_DIR = join(ROOT, 'public');

/** The publisher's own files with their stamps. */
export function listPublic(): [file: string, stamp: string][] {
  return listOutput(PUBLIC_DIR).map((file) => {
    const { size, mtimeMs, ctimeMs } = statSync(join(PUBLIC_DIR, file));
    return [file, `${size}-${mtimeMs}-${ctimeMs}`];
  });
}
