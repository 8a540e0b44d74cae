import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { indexKey, isBefore, type Places, readWords } from './chunk.ts';
import { type IndexedWord, writeChunk, writeWord } from './chunk-writer.ts';
import { distinct } from './lexicon.ts';
import type { BundleTable } from './table.ts';

/** An index that Pagefind made of some articles of a bundle. */
export interface Part {
  /** Its folder. */
  dir: string;
  /** Position in the bundle of its first article. */
  first: number;
}

/**
 * Bytes of a part of the index before it is packed: about 5 KB then. Pagefind's own parts are three times
 * as large, and each word that is looked for costs one.
 */
const CHUNK = 12 * 1024;

/**
 * Puts Pagefind's indexes of the parts of a bundle together into one, cut into small files in a folder.
 * Pagefind takes memory for every article until it has written them, so it gets a bundle in parts.
 */
export function mergeIndexes(parts: readonly Part[], folder: string): BundleTable['chunks'] {
  const chunks: BundleTable['chunks'] = { from: [], names: [], sizes: [] };
  const given = new Set<string>();
  let words: Uint8Array[] = [];
  let size = 0;
  let from = '';
  let before = '';
  const flush = () => {
    if (words.length === 0) return;
    const bytes = gzipSync(writeChunk(words), { level: 9 });
    let digest = hash('sha256', bytes);
    while (given.has(digest.slice(0, 7))) digest = hash('sha256', digest);
    const name = digest.slice(0, 7);
    given.add(name);
    writeFileSync(join(folder, `${name}.pf_index`), bytes);
    chunks.from.push(from);
    chunks.names.push(name);
    chunks.sizes.push(Math.ceil(bytes.length / 256));
    words = [];
    size = 0;
  };
  for (const word of mergeWords(parts)) {
    const bytes = writeWord(word);
    // A word that fills a part of its own takes no neighbours along.
    if (size > 0 && size + bytes.length > CHUNK) flush();
    if (words.length === 0) from = distinct(word.key, before);
    before = word.key;
    words.push(bytes);
    size += bytes.length;
  }
  flush();
  return chunks;
}

/** The words of all parts, in the order of their keys. */
function* mergeWords(parts: readonly Part[]): Generator<IndexedWord> {
  const streams = parts.map(({ dir, first }) => {
    const words = wordsIn(join(dir, 'index'), first);
    return { words, next: words.next() };
  });
  for (;;) {
    let least: string | undefined;
    for (const { next } of streams) if (!next.done && (least === undefined || isBefore(next.value.key, least))) least = next.value.key;
    if (least === undefined) return;
    const forms = new Map<string, Places[]>();
    for (const stream of streams) {
      if (stream.next.done || stream.next.value.key !== least) continue;
      for (const [form, places] of stream.next.value.forms) {
        const known = forms.get(form);
        if (known === undefined) forms.set(form, [...places]);
        else for (const place of places) known.push(place);
      }
      stream.next = stream.words.next();
    }
    yield { key: least, forms: new Map([...forms].sort(([a], [b]) => (isBefore(a, b) ? -1 : 1))) };
  }
}

/** The words of one part, read a file at a time. */
function* wordsIn(folder: string, first: number): Generator<IndexedWord> {
  const files = readdirSync(folder).map((file) => {
    const bytes = readFileSync(join(folder, file));
    const [word] = readWords(gunzipSync(bytes), () => true);
    return { bytes, key: indexKey(word?.[0] ?? '') };
  });
  files.sort((a, b) => (isBefore(a.key, b.key) ? -1 : 1));
  for (const { bytes } of files) {
    let key: string | undefined;
    let forms = new Map<string, Places[]>();
    for (const [form, places] of readWords(gunzipSync(bytes), () => true)) {
      const own = indexKey(form);
      if (own !== key && key !== undefined) {
        yield { key, forms };
        forms = new Map();
      }
      key = own;
      forms.set(
        form,
        places.map(({ page, spaces }) => ({ page: page + first, spaces })),
      );
    }
    if (key !== undefined) yield { key, forms };
  }
}
