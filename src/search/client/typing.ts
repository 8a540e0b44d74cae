import type { SearchAddress } from '../address.ts';
import type { SearchAnswer, SearchEngine, Wanted } from '../engine.ts';

/**
 * Searches for what is being typed: where the archive does not have the last word, it may be one that is
 * not finished, and the words that begin so are looked for. The answer says that; once asked in earnest,
 * the word is the word.
 */
export async function whileTyping(engine: SearchEngine, address: SearchAddress, wanted: Wanted): Promise<SearchAnswer> {
  const answer = await engine.search(address, false, wanted);
  const last = answer.terms.at(-1);
  if (answer.total > 0 || last?.term.kind !== 'word' || last.absent.length === 0 || !/[\p{L}\p{M}\p{N}]$/u.test(address.text)) return answer;
  const begun = await engine.search({ ...address, text: `${address.text}*` }, false, wanted);
  return begun.total > 0 ? begun : answer;
}
