import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ContentFile, makeSynthetic, type SyntheticOptions } from './synthetic.ts';

/** A synthetic archive on disk. */
export interface WrittenArchive {
  /** Its content folder. */
  dir: string;
  /** An article of the middle of the archive. */
  middle: ContentFile;
  /** One article more, newer than all others; not written. */
  more: ContentFile;
}

/** Writes a synthetic archive into a folder. */
export function writeArchive(dir: string, options: SyntheticOptions): WrittenArchive {
  const { articles } = options;
  let written = 0;
  let middle: ContentFile | undefined;
  for (const made of makeSynthetic(options)) {
    if (made.file.startsWith('articles/')) {
      if (written === articles && middle !== undefined) return { dir, middle, more: made };
      if (written === articles >> 1) middle = made;
      written += 1;
    }
    writeContentFile(dir, made);
  }
  throw new Error(`${written} articles were made up, and ${articles + 1} were to be.`);
}

/** Writes a file of a content folder. */
export function writeContentFile(dir: string, { file, text }: ContentFile): void {
  const path = join(dir, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
