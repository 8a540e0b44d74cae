import { deflateRawSync } from 'node:zlib';
import { readForms } from './chunk.ts';
import { writeChunk } from './chunk-writer.ts';
import { beginsGroup, cutWords, type Entry } from './cut.ts';
import { distinct } from './lexicon.ts';
import { nameOf } from './name.ts';
import { type FormPlaces, PartReader } from './part-words.ts';
import { type BundleTable, chunkFile, chunkName, EDITION, sizeStep } from './table.ts';

/** The words of a part of a bundle; see `part-words.ts`. */
export interface Part {
  words: Uint8Array;
  /** Position in the bundle of its first article. */
  first: number;
}

/** The index of a bundle. */
export interface Merged {
  chunks: BundleTable['chunks'];
  /** Every word of the bundle, in the order of the index, and how many articles have it in their text. */
  vocabulary: ReturnType<typeof readForms>;
}

/** Where the files of an index go. */
export interface IndexFiles {
  /** Writes a file of the bundle. */
  write(file: string, bytes: Uint8Array): void;
  /** Size of a file of the bundle that stands already and holds just this, packed; undefined where there is none. To pack it takes longer than all else. */
  standing?(file: string, unpacked: Uint8Array): number | undefined;
}

/** A part is hardly larger than this window of 4 KiB; with a larger one, and more room of any kind, it takes half as long again and gives the same size. */
const PACKED = { level: 9, windowBits: 12, memLevel: 7, chunkSize: 4096 };

/** Joins the words of the parts of a bundle into its index, and hands out its files. */
export function mergeParts(parts: readonly Part[], { write, standing }: IndexFiles): Merged {
  const chunks: BundleTable['chunks'] = { from: [], sizes: [], names: [] };
  const vocabulary: Merged['vocabulary'] = [];
  let group: Uint8Array[] = [];
  const endGroup = () => {
    let edition = nameOf(Buffer.concat(group), EDITION);
    while (chunks.names.includes(chunkName(edition, 0))) edition = nameOf(edition, EDITION);
    for (const [at, bytes] of group.entries()) {
      const name = chunkName(edition, at);
      const file = chunkFile(name);
      let size = standing?.(file, bytes);
      if (size === undefined) {
        const packed = deflateRawSync(bytes, PACKED);
        write(file, packed);
        size = packed.length;
      }
      chunks.names.push(name);
      chunks.sizes.push(sizeStep(size));
    }
    group = [];
  };
  let before = '';
  for (const words of cutWords(wordsOf(parts))) {
    const first = words[0]?.word ?? '';
    if (group.length > 0 && beginsGroup(first)) endGroup();
    chunks.from.push(distinct(first, before));
    before = words.at(-1)?.word ?? '';
    const bytes = writeChunk(words.flatMap(({ forms }) => forms));
    vocabulary.push(...readForms(bytes));
    group.push(bytes);
  }
  if (group.length > 0) endGroup();
  return { chunks, vocabulary };
}

/** A word, with what each part has of it. */
interface Word extends Entry {
  /** In the order of the forms, the spaces and the parts. */
  forms: readonly FormPlaces[];
}

/** The words of all parts in their order. */
function* wordsOf(parts: readonly Part[]): Generator<Word> {
  const readers = parts.map(({ words, first }) => new PartReader(words, first));
  for (;;) {
    let key: string | undefined;
    for (const reader of readers) if (reader.key !== undefined && (key === undefined || reader.key < key)) key = reader.key;
    if (key === undefined) return;
    const forms: FormPlaces[] = [];
    for (const reader of readers) if (reader.key === key) reader.take(forms);
    if (forms.some(({ form, space }) => form !== key || space > 0))
      forms.sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : a.space - b.space || a.first - b.first));
    yield { word: Buffer.from(key, 'latin1').toString(), bytes: forms.reduce((sum, { gaps, end }) => sum + end - gaps, key.length), forms };
  }
}
