// Scripts that put no spaces between words; these take a dictionary, which costs some fifty times as much.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\u200c-]*/gu;

/** How many words a text has. */
export function countWords(text: string, language: string): number {
  let count = 0;
  if (!UNSPACED.test(text)) {
    // Counted without a list of the words, of which a year of texts has millions.
    WORD.lastIndex = 0;
    while (WORD.test(text)) count += 1;
    return count;
  }
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) if (isWordLike) count += 1;
  return count;
}
