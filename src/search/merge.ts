import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ChunkWriter, writeChunk } from './chunk-writer.ts';
import { distinct } from './lexicon.ts';
import { type FormPages, PartReader } from './part-words.ts';
import { type BundleTable, chunkFile } from './table.ts';

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

/**
 * Bytes of a part of the index before it is packed: about 2.5 KB then. Pagefind's own parts are six times
 * as large, and each word that is looked for costs one.
 */
const CHUNK = 6 * 1024;

/** The same size as with a larger window, in less time. */
const PACKED = { level: 9, windowBits: 14, memLevel: 9 };

/** Joins the words of the parts of a bundle into its index, and hands out its files. */
export function mergeParts(parts: readonly Part[], write: (name: string, bytes: Uint8Array) => void): Merged {
  const chunks: BundleTable['chunks'] = { from: [], sizes: [], edition: '' };
  const vocabulary: string[] = [];
  const files: Buffer[] = [];
  const out = new ChunkWriter();
  let count = 0;
  let from = '';
  let before = '';
  const flush = (end: number) => {
    if (count === 0) return;
    const bytes = gzipSync(writeChunk(out.since(0).subarray(0, end), count), PACKED);
    files.push(bytes);
    chunks.from.push(from);
    chunks.sizes.push(Math.ceil(bytes.length / 256));
    out.dropBefore(end);
    count = 0;
  };
  for (const [key, forms] of wordsOf(parts)) {
    const start = out.length;
    writeWord(out, key, forms);
    for (const [at, { form }] of forms.entries()) if (form !== forms[at - 1]?.form) vocabulary.push(utf8(form));
    // A word that fills a part of its own takes no neighbours along.
    if (out.length > CHUNK) flush(start);
    const word = utf8(key);
    if (count === 0) from = distinct(word, before);
    before = word;
    count += 1;
  }
  flush(out.length);
  chunks.edition = hash('sha256', Buffer.concat(files)).slice(0, 8);
  for (const [at, bytes] of files.entries()) write(chunkFile(at, chunks.edition), bytes);
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
