import { blocksOf, type Fragment, type NumberedWord, numberWords, type Space } from '../record.ts';
import { matchWords } from './match.ts';
import { fits, type WordsTerm } from './resolve.ts';

/** A space of an article, its words, and which of them were looked for. */
export interface MarkedSpace {
  blocks: readonly string[];
  words: readonly NumberedWord[];
  /** Numbers of words that are part of a term that was found. */
  marked: ReadonlySet<number>;
  /** Number of the first word of each place found, in order, and which term it is of. */
  starts: readonly { at: number; term: number }[];
}

/** Looks for terms in an article's own words, space by space. */
export function markSpace(fragment: Fragment, space: Space, terms: readonly WordsTerm[]): MarkedSpace {
  const blocks = blocksOf(fragment, space);
  const words = numberWords(blocks);
  const marked = new Set<number>();
  const starts: { at: number; term: number }[] = [];
  for (const [term, each] of terms.entries()) {
    if (!each.spaces.includes(space)) continue;
    const numbers = each.slots.map((slot) => words.filter(({ word }) => fits(slot, word)).map(({ at }) => at));
    const all = new Set(numbers.flat());
    const reach = each.within ?? each.slots.length - 1;
    for (const at of matchWords(numbers, each)) {
      starts.push({ at, term });
      for (let next = at; next <= at + reach; next += 1) if (each.within === undefined || all.has(next)) marked.add(next);
    }
  }
  return { blocks, words, marked, starts: starts.sort((a, b) => a.at - b.at) };
}
