import { deflateRawSync } from 'node:zlib';
import { blockFile, type LexiconEntry } from './catalogue.ts';
import { cutEntries, distinct, writeBlock } from './lexicon.ts';
import { nameOf } from './name.ts';
import { makeEntries } from './vocabulary.ts';

/** The vocabulary of a bundle. */
export interface Vocabulary {
  bundle: string;
  /** Base language. */
  language: string;
  /** See `vocabulary.ts`. */
  words: Uint8Array;
}

/** The lexicons of an archive, as files and as its catalogue tells of them. */
export interface LexiconFiles {
  lexicons: Record<string, LexiconEntry>;
  /** By path below the folder `pagefind`. */
  files: Map<string, Buffer>;
}

/** Makes the lexicons of all languages from the vocabularies of all bundles: the same files for the same words. */
export function makeLexicons(vocabularies: readonly Vocabulary[]): LexiconFiles {
  const files = new Map<string, Buffer>();
  const lexicons: Record<string, LexiconEntry> = {};
  for (const [language, bundles] of Map.groupBy(vocabularies, (each) => each.language)) {
    const blocks = cutEntries(makeEntries(bundles.map(({ words }) => words)));
    const names = blocks.map((entries) => {
      const bytes = deflateRawSync(writeBlock(entries, bundles.length), { level: 9 });
      const name = nameOf(bytes, 6);
      const file = blockFile(language, name);
      if (files.has(file)) throw new Error(`Two blocks of the lexicon have one name: ${file}.`);
      files.set(file, bytes);
      return name;
    });
    lexicons[language] = {
      bundles: bundles.map(({ bundle }) => bundle),
      keys: blocks.map(([first], at) => distinct(first?.key ?? '', blocks[at - 1]?.at(-1)?.key ?? '')).join(' '),
      names: names.join(''),
    };
  }
  return { lexicons, files };
}
