import { ByteReader, ByteWriter, sharedLength } from './bytes.ts';
import { isBefore } from './chunk.ts';
import { digestWord } from './digest.ts';

/**
 * The lexicon of a language: which words the archive has, in which bundles each stands, and which have
 * a stem in common. It is cut into small blocks in the order of the words, so that a query loads a few of
 * them, knows what is not there, and goes straight to the bundles that have it.
 */

/** A word that stands in a bundle, and what all its forms have in common. */
export type Form = readonly [word: string, stem: string];

/** The words of a bundle. */
export interface BundleWords {
  /** In the order of {@link isBefore}. */
  forms: readonly Form[];
  /** Those that stand in many of its articles. */
  frequent: readonly string[];
}

/** A word, a stem, or both. */
export interface Entry {
  key: string;
  /** Positions of the bundles that the word stands in; none where it is but a stem. */
  bundles: readonly number[];
  /** The forms whose stem it is. */
  forms: readonly string[];
}

/**
 * Fewest and most entries of a block, and how many it has on average beyond the fewest. A query loads one for each of its
 * words, about 1.8 KB; in the catalogue, which every reader loads, a block takes 8 bytes.
 */
const FEWEST = 150;
const MOST = 1000;
const BEYOND = 100;

/**
 * Cuts entries into blocks. Where one begins depends on the words near it alone, so a new word changes
 * the block that it comes into, and rarely another.
 */
export function cutEntries(entries: readonly Entry[]): Entry[][] {
  const blocks: Entry[][] = [];
  let block: Entry[] = [];
  for (const entry of entries) {
    if (block.length >= MOST || (block.length >= FEWEST && digestWord(entry.key) % BEYOND === 0)) {
      blocks.push(block);
      block = [];
    }
    block.push(entry);
  }
  return block.length === 0 ? blocks : [...blocks, block];
}

/** Writes a block; `bundles` is how many the language has. */
export function writeBlock(entries: readonly Entry[], bundles: number): Uint8Array<ArrayBuffer> {
  const bytes = new ByteWriter();
  bytes.number(entries.length);
  let before = '';
  for (const { key } of entries) {
    writeAfter(bytes, before, key);
    before = key;
  }
  // 0: in all; 1: in none; from 2 on: in that one alone; beyond these: in those whose bits are set.
  for (const entry of entries) {
    const [only] = entry.bundles;
    if (only === undefined) bytes.number(1);
    else if (entry.bundles.length === bundles) bytes.number(0);
    else if (entry.bundles.length === 1) bytes.number(only + 2);
    else {
      bytes.number(bundles + 2);
      for (let from = 0; from < bundles; from += 7) {
        bytes.number(entry.bundles.reduce((bits, at) => (at >= from && at < from + 7 ? bits | (1 << (at - from)) : bits), 0));
      }
    }
  }
  // 0: the stem of itself alone; 1: of no word; beyond: so many forms and one, each after the key.
  for (const { key, forms } of entries) {
    if (forms.length === 1 && forms[0] === key) bytes.number(0);
    else {
      bytes.number(forms.length + 1);
      for (const form of forms) writeAfter(bytes, key, form);
    }
  }
  return bytes.done();
}

/** Reads a block. */
export function readBlock(block: Uint8Array, bundles: number): Entry[] {
  const bytes = new ByteReader(block);
  const keys: string[] = [];
  let before = '';
  for (let left = bytes.number(); left > 0; left -= 1) {
    before = readAfter(bytes, before);
    keys.push(before);
  }
  const all = Array.from({ length: bundles }, (_, at) => at);
  const standsIn = keys.map(() => {
    const code = bytes.number();
    if (code < 2) return code === 0 ? all : [];
    if (code < bundles + 2) return [code - 2];
    const set: number[] = [];
    for (let from = 0; from < bundles; from += 7) {
      const bits = bytes.number();
      for (let bit = 0; bit < 7; bit += 1) if (bits & (1 << bit)) set.push(from + bit);
    }
    return set;
  });
  return keys.map((key, at) => {
    const code = bytes.number();
    const forms = code === 0 ? [key] : Array.from({ length: code - 1 }, () => readAfter(bytes, key));
    return { key, bundles: standsIn[at] ?? [], forms };
  });
}

/** What a word begins with, as far as it takes to stand after another that is before it. */
export function distinct(word: string, before: string): string {
  const letters = [...word];
  for (let length = 1; length < letters.length; length += 1) {
    const start = letters.slice(0, length).join('');
    if (!before.startsWith(start) && isBefore(before, start)) return start;
  }
  return word;
}

function writeAfter(bytes: ByteWriter, before: string, word: string): void {
  const shared = sharedLength(word, before);
  bytes.number(shared);
  bytes.text(word.slice(shared));
}

function readAfter(bytes: ByteReader, before: string): string {
  return before.slice(0, bytes.number()) + bytes.text();
}
