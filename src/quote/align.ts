import { LETTER } from './quotation.ts';

/** A part of a comparison, by the element that HTML has for it: words that both have, that only the quotation has, or only the text. */
export type Piece = readonly [kind: Kind, words: string];
type Kind = 'span' | 'del' | 'ins';

/** With less than this share of its words a quotation is not there at all. */
const LEAST = 0.4;

/** What it costs where a word is missing or is another, and where one is new: a passage is rather shown longer than without words of it. */
const MISSING = 3;
const NEW = 2;

const WORD = new RegExp(`(?:${LETTER})+|\\S`, 'gu');

interface Word {
  word: string;
  from: number;
  to: number;
}

const NONE: Word = { word: '', from: 0, to: 0 };

/** Words, single signs, and the characters of scripts that put no space between words. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
}

/**
 * The passage of a text that comes nearest to a quotation, with what differs: the fewest words to be put
 * in or taken out (an alignment after Sellers). Of equal passages the one nearest to `near` is taken.
 */
export function align(words: string, text: string, near: number): { from: number; to: number; pieces: Piece[] } | undefined {
  const [quoted, present] = [wordsOf(words), wordsOf(text)];
  const width = present.length + 1;
  const costs = new Uint16Array((quoted.length + 1) * width);
  const cost = (i: number, j: number) => costs[i * width + j] ?? 0;
  const another = (i: number, j: number) => (quoted[i - 1]?.word === present[j - 1]?.word ? 0 : MISSING);
  for (let i = 1; i <= quoted.length; i += 1) {
    costs[i * width] = i * MISSING;
    for (let j = 1; j < width; j += 1) {
      costs[i * width + j] = Math.min(cost(i - 1, j) + MISSING, cost(i, j - 1) + NEW, cost(i - 1, j - 1) + another(i, j));
    }
  }
  const far = (j: number) => Math.abs((present[j - 1]?.to ?? 0) - near);
  let stop = 0;
  for (let j = 1; j < width; j += 1) {
    const worse = cost(quoted.length, j) - cost(quoted.length, stop);
    if (worse < 0 || (worse === 0 && far(j) < far(stop))) stop = j;
  }
  // Back from where the passage ends to where it begins.
  const pieces: { kind: Kind; source: string; from: number; to: number }[] = [];
  let same = 0;
  const put = (kind: Kind, source: string, { from, to }: Word = NONE) => {
    const [first] = pieces;
    if (first?.kind === kind) first.from = from;
    else pieces.unshift({ kind, source, from, to });
  };
  let [i, j] = [quoted.length, stop];
  while (i > 0) {
    const isNew = j > 0 && cost(i, j) === cost(i, j - 1) + NEW;
    const isOld = cost(i, j) === cost(i - 1, j) + MISSING;
    if (!isNew && !isOld && another(i, j) === 0) {
      put('span', text, present[--j]);
      i -= 1;
      same += 1;
    } else if (isNew) put('ins', text, present[--j]);
    else {
      if (!isOld) put('ins', text, present[--j]);
      put('del', words, quoted[--i]);
    }
  }
  if (same < quoted.length * LEAST) return undefined;
  return {
    from: (present[j] ?? NONE).from,
    to: (present[stop - 1] ?? NONE).to,
    pieces: pieces.map(({ kind, source, from, to }) => [kind, source.slice(from, to)]),
  };
}
