/**
 * How texts are cut into words and how words are compared, for the index, for queries and for marking alike.
 *
 * A word is a run of letters and digits; whatever else stands between them separates. Chinese, Japanese,
 * Thai, Lao, Khmer and Burmese are written without spaces, and dictionaries that know their words differ
 * from one browser to the next: there, each letter is a word, and a word a phrase of letters.
 */

// Stand within a word and are not seen: soft hyphen, joiners and non-joiners, marks of direction, tatweel.
const UNSEEN = '\\u00AD\\u200C-\\u200F\\u2060\\uFEFF\\u0640';
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー]';
const LETTER = `(?!${UNSPACED}|\\p{M})[\\p{Alphabetic}\\p{N}]`;
// Between the thousands of a number: 3,000 and 3.000 and 3 000 are one word.
const THOUSANDS = "(?<=\\p{Nd})[.,٬’'\\u00A0\\u2009\\u202F](?=\\p{Nd}{3}(?!\\p{Nd}))";
const WORD = `(?!\\p{M})${UNSPACED}[\\p{M}${UNSEEN}]*|${LETTER}(?:${LETTER}|[\\p{M}${UNSEEN}]|${THOUSANDS})*`;
let anyWord: RegExp | undefined;

// Most texts have none but these, of which it is known by their number what they are: ASCII, Latin, Cyrillic, general punctuation.
const FAMILIAR = /^[\x00-\xAC\xAE-\u017F\u0400-\u0481\u048A-\u052F\u2010-\u2027\u202F-\u205E]*$/;
const FAMILIAR_LETTER = 'A-Za-z0-9\\xAA\\xB2\\xB3\\xB5\\xB9\\xBA\\xBC-\\xBE\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u017F\\u0400-\\u0481\\u048A-\\u052F';
const FAMILIAR_WORD = new RegExp(`[${FAMILIAR_LETTER}]+(?:(?<=[0-9])[.,\u2019'\\xA0\\u202F](?=[0-9]{3}(?![0-9]))[${FAMILIAR_LETTER}]+)*`, 'g');

/** Longer words are compared by so many letters. */
const LONGEST = 64;

/** A word of a text. */
export interface Word {
  /** Folded, as it is compared. */
  word: string;
  /** Where it is printed. */
  start: number;
  end: number;
}

/** What finds the words of a text: the same ones, four times as fast where it can be. */
function wordIn(text: string): RegExp {
  if (FAMILIAR.test(text)) return FAMILIAR_WORD;
  // To make it takes milliseconds, and many texts never need it.
  anyWord ??= new RegExp(WORD, 'gu');
  return anyWord;
}

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: printed, index } of text.matchAll(wordIn(text))) {
    const word = foldWord(printed);
    if (word !== '') words.push({ word, start: index, end: index + printed.length });
  }
  return words;
}

/** The words of a text as they are compared. */
export function foldWords(text: string): string[] {
  return (text.match(wordIn(text)) ?? []).map(foldWord).filter((word) => word !== '');
}

// Letters that readers write for each other; after the marks are off.
const SAME: Record<string, string> = Object.fromEntries(
  [
    ['ı', 'i'],
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['ø', 'o'],
    ['đð', 'd'],
    ['ł', 'l'],
    ['ħ', 'h'],
    ['þ', 'th'],
    ['ς', 'σ'],
    ['ٱ', 'ا'],
    ['ىی', 'ي'],
    ['ک', 'ك'],
    ['ةہە', 'ه'],
    ...['٠۰०০๐', '١۱१১๑', '٢۲२২๒', '٣۳३৩๓', '٤۴४৪๔', '٥۵५৫๕', '٦۶६৬๖', '٧۷७৭๗', '٨۸८৮๘', '٩۹९৯๙'].map((digits, value) => [digits, String(value)] as const),
  ].flatMap(([letters = '', same = '']) => [...letters].map((letter) => [letter, same])),
);
const HAS_SAME = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');

// Where marks are accents or vowels that may be left out. Elsewhere (in Indic scripts, kana, й, ї, ў) they make another letter.
const ACCENTS =
  /(?<=[\p{sc=Latn}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}]\p{M}*)\p{M}|[\u064B-\u0652\u0670]|(?<=е\p{M}*)\u0308|(?<=[аеиоуыэюяіє]\u0308?)[\u0300\u0301]/gu;

/**
 * A word as it is compared: small letters, without accents and vowel signs, variants of a letter as one
 * (`É`/`e`, `ё`/`е`, `أ`/`ا`, `ی`/`ي`, `İ`/`ı`/`i`, `ß`/`ss`, full and half width, digits of every script).
 */
export function foldWord(printed: string): string {
  if (/^[a-z0-9]*$/.test(printed)) return printed.slice(0, LONGEST);
  const small = printed.toLowerCase();
  const word = /^[a-z0-9]*$/.test(small) ? small : (known.get(small) ?? foldLetters(small));
  return word.length > LONGEST ? word.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '') : word;
}

/** Words that were folded before: in most scripts all words must be, and most are frequent. */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

/** Longer ones are not kept: they might be cut from a text, which would be kept with them. */
const LONGEST_KNOWN = 12;

function foldLetters(small: string): string {
  const word = small
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{Alphabetic}\p{N}\p{M}]|\u0640/gu, '')
    .replace(ACCENTS, '')
    .replace(HAS_SAME, (letter) => SAME[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{Alphabetic}\p{N}]|\p{Lu}/gu, '')
    .replace(/^\p{M}+/u, '');
  if (small.length <= LONGEST_KNOWN) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(small, word);
  }
  return word;
}
