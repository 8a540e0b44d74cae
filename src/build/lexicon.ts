import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { CATALOGUE_FILE, type Catalogue, type Common, commonFile, FORM, type Names } from '../search/catalogue.ts';
import { vocabularyOf } from '../search/index.ts';
import { makeLexicons } from '../search/lexicon-files.ts';
import { nameOf } from '../search/name.ts';
import { writeVocabulary } from '../search/vocabulary.ts';
import { dropKept, keep, readKept } from './kept.ts';
import type { LexiconBundle } from './products.ts';
import type { KeptFolders } from './tasks.ts';

/**
 * Makes what all search bundles have in common, the lexicon, the names and the catalogue, as files by their path in the output, and
 * removes vocabularies and parts that no bundle has any more.
 * @param kept Holds the vocabulary that was written with each bundle, by this build or one before.
 * @param outputs Folders in which the bundles themselves lie, for one that was made elsewhere and came without its vocabulary.
 */
export async function lexiconFiles(
  { bundles, names, outputs }: { bundles: readonly LexiconBundle[]; names: Names; outputs: readonly string[] },
  kept: KeptFolders,
): Promise<Map<string, Buffer>> {
  const vocabularies = [];
  // A new bundle is mostly the newest: put last, it leaves the numbers of the others as they are.
  for (const { name, language, vocabulary } of bundles.toReversed()) {
    let words: Uint8Array | undefined = readKept(kept.vocabularies, vocabulary);
    if (words === undefined) {
      words = await readWords(name, language, outputs);
      keep(kept.vocabularies, vocabulary, words);
    }
    vocabularies.push({ bundle: name, language, words });
  }
  const { lexicons, frequent, files } = makeLexicons(vocabularies);
  const common = deflateRawSync(JSON.stringify({ ...names, frequent } satisfies Common), { level: 9 });
  const name = nameOf(common, 6);
  const catalogue: Catalogue = { form: FORM, common: name, bundles: bundles.map(({ vocabulary, parts: _, ...entry }) => entry), lexicons };
  dropKept(kept.vocabularies, new Set(bundles.map(({ vocabulary }) => vocabulary)));
  dropKept(kept.parts, new Set(bundles.flatMap(({ parts }) => parts)));
  return new Map([
    ...[...files].map(([file, bytes]) => [`pagefind/${file}`, bytes] as const),
    [`pagefind/${commonFile(name)}`, common] as const,
    [`pagefind/${CATALOGUE_FILE}`, Buffer.from(JSON.stringify(catalogue))] as const,
  ]);
}

/** The vocabulary of a bundle, read from the bundle itself. */
async function readWords(name: string, language: string, outputs: readonly string[]): Promise<Buffer> {
  const dir = outputs.map((output) => join(output, 'pagefind', name)).find((each) => existsSync(each));
  if (dir === undefined) throw new Error(`The search bundle ${name} is not where it was made.`);
  return writeVocabulary(await vocabularyOf(dir, language));
}
