/**
 * How texts are cut into words, for the index and for queries alike: a word that is printed somewhere
 * finds that place only if both were cut the same way.
 *
 * Pagefind cuts at white space alone. That leaves Chinese, Japanese, Thai, Lao, Khmer and Burmese in one
 * piece, and “war—and” and “l’armée” too. So texts go into the index with white space added there, and
 * each addition is marked by a soft hyphen before it, which Pagefind does not index and keeps in its
 * texts: taking both out gives the printed text back.
 */

/** Marks white space that is not in the printed text; alone between spaces it is the end of a block. */
export const GLUE = '\u00AD';

/** Between headline, standfirst, byline and paragraphs: keeps a phrase from running over their ends. */
export const BLOCK_END = '\u00AD';

/** Between what stands above the text and the text. */
export const TEXT_START = GLUE + GLUE;

// Scripts written without spaces, a letter a word: dictionaries that know their words differ from one
// browser to the next, so they are found as phrases of letters.
const UNSPACED = '(?!\\p{M})[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]\\p{M}*';
const HAS_UNSPACED = new RegExp(UNSPACED, 'u');
const LETTER = '[\\p{Alphabetic}\\p{N}]';

const UNSPACED_CUTS = [
  // Before and after each unspaced letter, but not between it and its punctuation.
  new RegExp(`(?<=[\\p{L}\\p{M}\\p{N}\\p{Pe}\\p{Pf}\\p{Po}])(?=${UNSPACED})`, 'gu'),
  new RegExp(`(?<=${UNSPACED}[\\p{P}\\p{S}]*)(?=${LETTER})`, 'gu'),
];

const CUTS = [
  // After dashes and dots of omission within a word; the hyphen is left to Pagefind, which also joins.
  new RegExp(`(?<=${LETTER}[\\p{P}]*[\\u2012-\\u2015\\u2026]+)(?=[\\p{P}]*${LETTER})`, 'gu'),
  // After the apostrophe of an elision: “l’armée”, “O’Brien”; not “Putin’s”, “they’re”.
  /(?<=\p{L}['’])(?=\p{L}{3})/gu,
];

/** A text on one line, its words apart. */
export function cutWords(text: string): string {
  let cut = text.replaceAll(GLUE, '');
  for (const place of HAS_UNSPACED.test(cut) ? [...UNSPACED_CUTS, ...CUTS] : CUTS) cut = cut.replaceAll(place, `${GLUE} `);
  // Pagefind takes words that begin so for its own marks.
  return cut
    .replaceAll(/(?<!\S)(?=___)/g, GLUE)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Words as printed back from words that were cut. */
export function joinWords(words: readonly string[]): string {
  return words
    .map((word) => (word.endsWith(GLUE) ? word.slice(0, -1) : `${word} `))
    .join('')
    .replaceAll(GLUE, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** A word as it is looked up: its letters and digits, in lower case. */
export function foldWord(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{Alphabetic}\p{N}\p{M}]/gu, '');
}

/** Words of a text as they are looked up. */
export function foldWords(text: string): string[] {
  return cutWords(text)
    .split(' ')
    .map(foldWord)
    .filter((word) => word !== '');
}

/** A folded word without its accents, as Pagefind compares words. */
export function withoutMarks(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
