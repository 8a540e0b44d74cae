import { deflateRawSync } from 'node:zlib';
import { blockFile, type Common, type LexiconEntry } from './catalogue.ts';
import { cutEntries, distinct, type Entry, writeBlock } from './lexicon.ts';
import { nameOf } from './name.ts';
import { frequentWords, makeEntries } from './vocabulary.ts';

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
  frequent: Common['frequent'];
  /** By path below the folder `pagefind`. */
  files: Map<string, Buffer>;
}

/** Makes the lexicons of all languages from the vocabularies of all bundles: the same files for the same words. */
export function makeLexicons(vocabularies: readonly Vocabulary[]): LexiconFiles {
  const files = new Map<string, Buffer>();
  const lexicons: LexiconFiles['lexicons'] = {};
  const frequent: Record<string, string> = {};
  for (const [language, bundles] of Map.groupBy(vocabularies, (each) => each.language)) {
    const texts = bundles.map(({ words }) => words);
    const entries = makeEntries(texts);
    const blocks = cutEntries(entries);
    frequent[language] = Buffer.from(writeBlock(familiesOf(entries, frequentWords(texts)), bundles.length)).toString('base64');
    const names = blocks.map((block) => {
      const bytes = deflateRawSync(writeBlock(block, bundles.length), { level: 9 });
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
  return { lexicons, frequent, files };
}

/** The entries of some words, and of all that have a stem in common with one of them. */
function familiesOf(entries: readonly Entry[], words: ReadonlySet<string>): Entry[] {
  const stems = entries.filter(({ forms }) => forms.some((form) => words.has(form)));
  const keys = new Set(stems.flatMap(({ key, forms }) => [key, ...forms]));
  return entries.filter(({ key }) => keys.has(key));
}
