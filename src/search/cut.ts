import { digestWord } from './digest.ts';
import { distinct } from './lexicon.ts';

/**
 * Where the index of a bundle is cut into parts, and which of them have a name in common. Words near by
 * decide, so an article that changes gives new names to the parts that its words are in, and few others.
 */

/**
 * Fewest and most bytes of a part before it is packed: about 2.3 KB then for most words. Pagefind's own parts are six
 * times as large, and each word that is looked for costs one. A word of more than the fewest has a part of its own.
 */
const FEWEST = 1.75 * 1024;
const MOST = 3.5 * 1024;

/** Parts of a group, on average. */
const GROUP = 16;

/** A word of the index, and the bytes that it takes. */
export interface Entry {
  word: string;
  bytes: number;
}

/** Cuts the words of an index, in their order, into parts. */
export function* cutWords<Word extends Entry>(entries: Iterable<Word>): Generator<Word[]> {
  let open: Word[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (entry.bytes > FEWEST) {
      if (open.length > 0) yield open;
      yield [entry];
      open = [];
      bytes = 0;
      continue;
    }
    open.push(entry);
    bytes += entry.bytes;
    if (bytes <= MOST) continue;
    const part = open.splice(0, placeOf(open));
    for (const each of part) bytes -= each.bytes;
    yield part;
  }
  if (open.length > 0) yield open;
}

/**
 * Before which of some words to cut: of those where it can be done, the one that the fewest letters tell from the
 * word before, for so many stand in the bundle's table; of several the one with the least digest.
 */
function placeOf(open: readonly Entry[]): number {
  let fewest = Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  let place = open.length;
  let before = 0;
  for (const [at, { word, bytes }] of open.entries()) {
    if (before >= FEWEST) {
      const letters = distinct(word, open[at - 1]?.word ?? '').length;
      const digest = letters > fewest ? least : digestWord(word);
      if (letters < fewest || digest < least) {
        fewest = letters;
        least = digest;
        place = at;
      }
    }
    before += bytes;
  }
  return place;
}

/** Whether a part that begins with a word is the first of its group. */
export function beginsGroup(word: string): boolean {
  return digestWord(word) % GROUP === 0;
}
