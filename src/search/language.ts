import { compare } from '../archive/article.ts';

/** Languages whose word forms Pagefind folds together (“troops” finds “troop”). */
const STEMMED = new Set('ar ca da de el en eo es et eu fi fr ga hi hu hy id it lt nb ne nl nn no pl pt ro ru sr sv ta tr yi'.split(' '));

/**
 * The one language that the whole index is built in.
 *
 * Pagefind 1.6 splits records by language, and one search sees one language only: engines for two cannot
 * even be loaded side by side (the first one loaded serves all). So every article goes into one index,
 * in the language of most of them, and is found by any word as it is printed. What that costs: only
 * that language's word forms are folded, and the same folding touches words of other languages, in the
 * index and in queries alike, so nothing is lost by it.
 * Of languages without such folding, `unknown` is the engine that folds none; for Chinese, Japanese and
 * Thai it also keeps Pagefind from cutting words by a dictionary that browsers do not have.
 */
export function languageOfIndex(articles: readonly { language: string }[]): string {
  const counts = new Map<string, number>();
  for (const { language } of articles) {
    const base = language.split('-')[0]?.toLowerCase() ?? '';
    counts.set(base, (counts.get(base) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0] ?? ['unknown'];
  return STEMMED.has(most) ? most : 'unknown';
}
