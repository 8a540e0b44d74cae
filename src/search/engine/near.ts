import { distance } from 'fastest-levenshtein';
import type { Lookup } from './lookup.ts';

/** Most words that are offered in place of one that the archive does not have. */
const MOST = 3;

/** Words of the archive that are nearest to one that it does not have: by letters that differ, then by how widely they are used. */
export async function nearWords(word: string, lookups: readonly Lookup[]): Promise<string[]> {
  const most = word.length < 4 ? 1 : 2;
  const letters = [...word];
  // The same word, a first letter too much, and the first two exchanged: the blocks where those would stand.
  const places = new Set([word, letters.slice(1).join(''), [letters[1], letters[0], ...letters.slice(2)].join('')].filter((each) => each !== ''));
  const found = new Map<string, { letters: number; bundles: number }>();
  for (const lookup of lookups) {
    for (const entry of (await Promise.all([...places].map(lookup.around))).flat()) {
      if (entry.bundles.length === 0 || Math.abs(entry.key.length - word.length) > most || /\p{N}/u.test(entry.key)) continue;
      const differ = distance(entry.key, word);
      if (differ <= most && differ < word.length / 2) found.set(entry.key, { letters: differ, bundles: entry.bundles.length });
    }
  }
  return [...found]
    .sort(([one, a], [other, b]) => a.letters - b.letters || b.bundles - a.bundles || (one < other ? -1 : 1))
    .slice(0, MOST)
    .map(([each]) => each);
}
