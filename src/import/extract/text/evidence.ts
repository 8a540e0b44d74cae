import type { Root } from 'hast';
import { linesOf, shinglesOf, wordsOf } from './lines.ts';

/** Share of a line's shingles that an engine's text must have for the engine to vouch for the line. Measured on 181 news pages. */
const ENOUGH = 0.8;

/** A text to hold lines against. */
export interface Evidence {
  /** Words of the text. */
  length: number;
  vouches: (words: readonly string[]) => boolean;
}

/** Makes evidence of an engine's text. A line under four words has no shingle and must be there as it is. */
export function evidenceOf(tree: Root | undefined): Evidence {
  const lines = tree === undefined ? [] : linesOf(tree).map(wordsOf);
  const words = lines.flat();
  const whole = new Set(lines.map((line) => line.join(' ')));
  const shingles = new Set(shinglesOf(words));
  return {
    length: words.length,
    vouches: (line) => {
      const own = shinglesOf(line);
      if (own.length === 0) return whole.has(line.join(' '));
      return own.filter((each) => shingles.has(each)).length >= own.length * ENOUGH;
    },
  };
}
