import { gzipSync } from 'node:zlib';
import { ChunkWriter, writeChunk } from './chunk-writer.ts';
import { beginsGroup, cutWords } from './cut.ts';
import { distinct } from './lexicon.ts';
import { nameOf } from './name.ts';
import { type FormPages, PartReader } from './part-words.ts';
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
  /** Every word of the bundle, in the order of the index. */
  vocabulary: string[];
}

/** Where the files of an index go. */
export interface IndexFiles {
  /** Writes a file of the bundle. */
  write(file: string, bytes: Uint8Array): void;
  /** Size of a file of the bundle that stands already and holds just this, packed; undefined where there is none. To pack it takes longer than all else. */
  standing?(file: string, unpacked: Uint8Array): number | undefined;
}

/** The same size as with a larger window, in less time. */
const PACKED = { level: 9, windowBits: 14, memLevel: 9 };

/** Joins the words of the parts of a bundle into its index, and hands out its files. */
export function mergeParts(parts: readonly Part[], { write, standing }: IndexFiles): Merged {
  const chunks: BundleTable['chunks'] = { from: [], sizes: [], names: [] };
  const vocabulary: string[] = [];
  const out = new ChunkWriter();
  const entries = function* () {
    for (const [key, forms] of wordsOf(parts)) {
      const start = out.length;
      writeWord(out, key, forms);
      for (const [at, { form }] of forms.entries()) if (form !== forms[at - 1]?.form) vocabulary.push(utf8(form));
      yield { word: utf8(key), bytes: out.length - start };
    }
  };
  let group: Uint8Array[] = [];
  const endGroup = () => {
    let edition = nameOf(Buffer.concat(group), EDITION);
    while (chunks.names.includes(chunkName(edition, 0))) edition = nameOf(edition, EDITION);
    for (const [at, bytes] of group.entries()) {
      const name = chunkName(edition, at);
      const file = chunkFile(name);
      let size = standing?.(file, bytes);
      if (size === undefined) {
        const packed = gzipSync(bytes, PACKED);
        write(file, packed);
        size = packed.length;
      }
      chunks.names.push(name);
      chunks.sizes.push(sizeStep(size));
    }
    group = [];
  };
  let before = '';
  for (const words of cutWords(entries())) {
    const first = words[0]?.word ?? '';
    if (group.length > 0 && beginsGroup(first)) endGroup();
    chunks.from.push(distinct(first, before));
    before = words.at(-1)?.word ?? '';
    const length = words.reduce((sum, { bytes }) => sum + bytes, 0);
    group.push(writeChunk(out.since(0).subarray(0, length), words.length));
    out.dropBefore(length);
  }
  if (group.length > 0) endGroup();
  return { chunks, vocabulary };
}

/** The words of all parts in their order, each with its forms in theirs, and of a form part by part. */
function* wordsOf(parts: readonly Part[]): Generator<[key: string, forms: readonly FormPages[]]> {
  const readers = parts.map(({ words, first }) => new PartReader(words, first));
  for (;;) {
    let key: string | undefined;
    for (const reader of readers) if (reader.key !== undefined && (key === undefined || reader.key < key)) key = reader.key;
    if (key === undefined) return;
    const forms: FormPages[] = [];
    for (const reader of readers) if (reader.key === key) reader.take(forms);
    if (forms.some(({ form }) => form !== key)) forms.sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : a.first - b.first));
    yield [key, forms];
  }
}

/** Writes a word with all its forms as Pagefind does: the key first, whether it stands in a text or not, and then its variants. */
function writeWord(out: ChunkWriter, key: string, forms: readonly FormPages[]): void {
  const own = forms.filter(({ form }) => form === key);
  const variants = own.length === forms.length ? [] : [...Map.groupBy(forms, ({ form }) => form)].filter(([form]) => form !== key);
  out.head(4, variants.length > 0 ? 3 : 2);
  writeForm(out, key, own);
  if (variants.length === 0) return;
  out.head(4, variants.length);
  for (const [form, pages] of variants) {
    out.head(4, 2);
    writeForm(out, form, pages);
  }
}

function writeForm(out: ChunkWriter, form: string, parts: readonly FormPages[]): void {
  const text = Buffer.from(form, 'latin1');
  out.head(3, text.length);
  out.raw(text);
  let pages = 0;
  for (const part of parts) pages += part.pages;
  out.head(4, pages);
  let before = 0;
  for (const { first, last, bytes, from, to } of parts) {
    // The head of the first page; its number, which counts from the page before; and the rest of it, and all others.
    out.raw(bytes, from, from + 1);
    out.head(0, first - before);
    out.raw(bytes, from + 1, to);
    before = last;
  }
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString();
}
