import { hash } from 'node:crypto';

/** A text as it is compared with others. */
export interface Sketch {
  /** Digest of its letters and digits alone: equal where two texts differ only in marks, spaces and case. */
  key: string;
  /** Number of its words. */
  words: number;
  /** The smallest hashes of its shingles, ascending: a fair sample of them (“bottom-k”, Broder 1997). */
  sample: Uint32Array;
}

/** Size of a sample. A resemblance of 0.9 that it gives is off by less than 0.1 in 19 of 20 cases. */
const SAMPLE = 32;

/** Words in a shingle; less join texts by common phrases, more part them by every correction. */
const SHINGLE = 4;

// Scripts that put no space between words: each character counts as one.
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

/** Makes the sketch of a Markdown text. */
export function sketch(text: string): Sketch {
  const plain = text
    .replaceAll(/\]\([^)\s]*\)/g, ']')
    .normalize('NFKC')
    .toLowerCase();
  const words = plain.match(WORD) ?? [];
  const numbers = words.map(numberOf);
  const seen = new Set<number>();
  for (let at = 0; at + SHINGLE <= numbers.length; at += 1) {
    let made = 0x811c9dc5;
    for (let next = at; next < at + SHINGLE; next += 1) made = mix(made ^ (numbers[next] ?? 0));
    seen.add(made >>> 0);
  }
  return { key: hash('sha256', words.join(''), 'base64url').slice(0, 22), words: words.length, sample: Uint32Array.from(seen).sort().slice(0, SAMPLE) };
}

/** How much two texts resemble each other, from 0 to 1: the share of their shingles that both have. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  const size = Math.min(SAMPLE, Math.max(a.length, b.length));
  if (a.length === 0 || b.length === 0) return 0;
  let [x, y, both, taken] = [0, 0, 0, 0];
  while (taken < size && (x < a.length || y < b.length)) {
    const [left, right] = [a[x] ?? Number.POSITIVE_INFINITY, b[y] ?? Number.POSITIVE_INFINITY];
    if (left === right) both += 1;
    if (left <= right) x += 1;
    if (right <= left) y += 1;
    taken += 1;
  }
  return both / taken;
}

// FNV-1a over the letters of a word.
function numberOf(word: string): number {
  let made = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) made = Math.imul(made ^ word.charCodeAt(at), 0x01000193);
  return made;
}

// The finaliser of MurmurHash3: every bit of what goes in moves every bit of what comes out.
function mix(value: number): number {
  let made = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  made = Math.imul(made ^ (made >>> 13), 0xc2b2ae35);
  return made ^ (made >>> 16);
}
