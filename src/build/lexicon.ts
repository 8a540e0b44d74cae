import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_FILE, type Catalogue } from '../search/catalogue.ts';
import { makeLexicons, readVocabulary } from '../search/lexicon-files.ts';
import type { LexiconBundle } from './products.ts';

/**
 * Makes the lexicon and the catalogue of all search bundles, as files by their path in the output, and
 * removes vocabularies that no bundle has any more.
 * @param folder Holds the vocabulary that was written with each bundle, by this build or one before.
 */
export function lexiconFiles(bundles: readonly LexiconBundle[], folder: string): Map<string, Buffer> {
  const wanted = new Set(bundles.map(({ vocabulary }) => vocabulary));
  // A new bundle is mostly the newest: put last, it leaves the numbers of the others as they are.
  const vocabularies = bundles.toReversed().map(({ name, language, vocabulary }) => {
    return { bundle: name, language, forms: readVocabulary(readFileSync(join(folder, vocabulary), 'utf8')) };
  });
  const { lexicons, files } = makeLexicons(vocabularies);
  const catalogue: Catalogue = { bundles: bundles.map(({ vocabulary, ...entry }) => entry), lexicons };
  if (bundles.length > 0) for (const file of readdirSync(folder)) if (!wanted.has(file)) rmSync(join(folder, file));
  return new Map([
    ...[...files].map(([file, bytes]) => [`pagefind/${file}`, bytes] as const),
    [`pagefind/${CATALOGUE_FILE}`, Buffer.from(JSON.stringify(catalogue))],
  ]);
}
