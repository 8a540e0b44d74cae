import { blocksOf, type Fragment, numberWords, SPACES } from '../record.ts';
import type { Count } from './matches.ts';
import { countIn } from './postings.ts';
import { fits, type WordsTerm } from './resolve.ts';

/** Counts a term in an article by its own words: the same that the index would say. */
export function countInText(fragment: Fragment, term: WordsTerm): Count {
  const spaces = SPACES.map((space) => (term.spaces.includes(space) ? numberWords(blocksOf(fragment, space)) : []));
  return countIn(
    term,
    term.slots.map((slot) => spaces.map((words) => words.filter(({ word }) => fits(slot, word)).map(({ at }) => at))),
  );
}
