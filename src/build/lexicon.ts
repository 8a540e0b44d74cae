import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_FILE, type Catalogue } from '../search/catalogue.ts';
import { vocabularyOf } from '../search/index.ts';
import { makeLexicons } from '../search/lexicon-files.ts';
import { writeVocabulary } from '../search/vocabulary.ts';
import { dropParts } from './kept-parts.ts';
import type { LexiconBundle } from './products.ts';
import type { KeptFolders } from './tasks.ts';

/**
 * Makes the lexicon and the catalogue of all search bundles, as files by their path in the output, and
 * removes vocabularies and parts that no bundle has any more.
 * @param kept Holds the vocabulary that was written with each bundle, by this build or one before.
 * @param outputs Folders in which the bundles themselves lie, for one that was made elsewhere and came without its vocabulary.
 */
export async function lexiconFiles(
  bundles: readonly LexiconBundle[],
  { vocabularies: folder, parts }: KeptFolders,
  outputs: readonly string[],
): Promise<Map<string, Buffer>> {
  mkdirSync(folder, { recursive: true });
  const vocabularies = [];
  // A new bundle is mostly the newest: put last, it leaves the numbers of the others as they are.
  for (const { name, language, vocabulary } of bundles.toReversed()) {
    vocabularies.push({ bundle: name, language, words: await wordsOf(name, language, join(folder, vocabulary), outputs) });
  }
  const { lexicons, files } = makeLexicons(vocabularies);
  const catalogue: Catalogue = { bundles: bundles.map(({ vocabulary, parts: _, ...entry }) => entry), lexicons };
  const wanted = new Set(bundles.map(({ vocabulary }) => vocabulary));
  for (const file of readdirSync(folder)) if (!wanted.has(file)) rmSync(join(folder, file));
  dropParts(parts, new Set(bundles.flatMap((bundle) => bundle.parts)));
  return new Map([
    ...[...files].map(([file, bytes]) => [`pagefind/${file}`, bytes] as const),
    [`pagefind/${CATALOGUE_FILE}`, Buffer.from(JSON.stringify(catalogue))] as const,
  ]);
}

async function wordsOf(name: string, language: string, file: string, outputs: readonly string[]): Promise<Uint8Array> {
  if (existsSync(file)) return readFileSync(file);
  const dir = outputs.map((output) => join(output, 'pagefind', name)).find((each) => existsSync(each));
  if (dir === undefined) throw new Error(`The search bundle ${name} is not where it was made.`);
  const words = writeVocabulary(await vocabularyOf(dir, language));
  writeFileSync(file, words);
  return words;
}
