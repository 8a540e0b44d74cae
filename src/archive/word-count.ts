// Scripts that put no spaces between words; these take a dictionary, which costs some fifty times as much.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const BEGINS = /[\p{L}\p{N}]/u;
const GOES_ON = /[\p{M}'’\u200c-]/u;

/** What a character is to the words of a text. */
const KIND = { unknown: 0, between: 1, begins: 2, goesOn: 3, unspaced: 4 } as const;

// By code point, filled as characters are met: expressions with such classes take most of the time of reading a text.
const kinds = new Uint8Array(0x11_0000);

/** How many words a text has: runs that begin with a letter or digit. */
export function countWords(text: string, language: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    if (kinds[code] === KIND.unknown) kinds[code] = kindOf(String.fromCodePoint(code));
    const kind = kinds[code];
    if (kind === KIND.unspaced) return countByDictionary(text, language);
    if (kind === KIND.begins && !isInWord) count += 1;
    isInWord = kind === KIND.begins || (kind === KIND.goesOn && isInWord);
  }
  return count;
}

function kindOf(char: string): number {
  if (UNSPACED.test(char)) return KIND.unspaced;
  if (BEGINS.test(char)) return KIND.begins;
  return GOES_ON.test(char) ? KIND.goesOn : KIND.between;
}

function countByDictionary(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) if (isWordLike) count += 1;
  return count;
}
