import { LETTER, type Quotation } from './quotation.ts';

/** A part of a comparison: words that both have, that only the quotation has, only the text, or that stand where the address carries nothing. */
export type Piece = readonly [kind: Kind, words: string];
type Kind = 'same' | 'old' | 'new' | 'unknown';

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

/** Words, single signs, and the characters of scripts that put no space between words. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
}

/**
 * The passage of a text that comes nearest to a quotation, with what differs: the fewest words to be put
 * in or taken out (an alignment after Sellers). Between the two ends of a long quotation anything may
 * stand. Of equal passages the one nearest to `near` is taken.
 */
export function align({ words, end }: Quotation, text: string, near: number): { from: number; to: number; pieces: Piece[] } | undefined {
  const whole = end === undefined ? words : `${words} ${end}`;
  const [quoted, present] = [wordsOf(whole), wordsOf(text)];
  const gap = end === undefined ? -1 : wordsOf(words).length;
  const width = present.length + 1;
  const costs = new Uint16Array((quoted.length + 1) * width);
  const cost = (i: number, j: number) => costs[i * width + j] ?? 0;
  const another = (i: number, j: number) => (quoted[i - 1]?.word === present[j - 1]?.word ? 0 : MISSING);
  const added = (i: number) => (i === gap ? 0 : NEW);
  for (let i = 1; i <= quoted.length; i += 1) {
    costs[i * width] = i * MISSING;
    for (let j = 1; j < width; j += 1) {
      costs[i * width + j] = Math.min(cost(i - 1, j) + MISSING, cost(i, j - 1) + added(i), cost(i - 1, j - 1) + another(i, j));
    }
  }
  const far = (j: number) => Math.abs((present[j - 1]?.to ?? 0) - near);
  let stop = 0;
  for (let j = 1; j < width; j += 1) {
    const worse = cost(quoted.length, j) - cost(quoted.length, stop);
    if (worse < 0 || (worse === 0 && far(j) < far(stop))) stop = j;
  }
  // Back from where the passage ends to where it begins.
  const steps: [kind: Kind, source: string, word: Word | undefined][] = [];
  let [i, j] = [quoted.length, stop];
  while (i > 0) {
    if (j > 0 && cost(i, j) === cost(i - 1, j - 1) + another(i, j)) {
      if (another(i, j) === 0) steps.push(['same', text, present[j - 1]]);
      else steps.push(['new', text, present[j - 1]], ['old', whole, quoted[i - 1]]);
      i -= 1;
      j -= 1;
    } else if (j > 0 && cost(i, j) === cost(i, j - 1) + added(i)) {
      steps.push([i === gap ? 'unknown' : 'new', text, present[j - 1]]);
      j -= 1;
    } else {
      steps.push(['old', whole, quoted[i - 1]]);
      i -= 1;
    }
  }
  if (steps.filter(([kind]) => kind === 'same').length < quoted.length * LEAST) return undefined;
  return { from: present[j]?.from ?? 0, to: present[stop - 1]?.to ?? 0, pieces: joined(steps.reverse()) };
}

/** Steps of one kind as one piece; between words that both have, what was comes before what is. */
function joined(steps: readonly (readonly [kind: Kind, source: string, word: Word | undefined])[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < steps.length) {
    const start = at;
    const isChange = (kind: Kind | undefined) => kind === 'old' || kind === 'new';
    while (steps[at]?.[0] === steps[start]?.[0] || (isChange(steps[at]?.[0]) && isChange(steps[start]?.[0]))) at += 1;
    const run = steps.slice(start, at);
    for (const kind of ['same', 'unknown', 'old', 'new'] as const) {
      const own = run.filter(([each]) => each === kind);
      if (own.length > 0) pieces.push([kind, (own[0]?.[1] ?? '').slice(own[0]?.[2]?.from, own.at(-1)?.[2]?.to)]);
    }
  }
  return pieces;
}
