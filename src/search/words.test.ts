import { describe, expect, test } from 'vitest';
import { testRandomly } from '../../tests/support/random.ts';
import { foldWord, foldWords, wordsOf } from './words.ts';

describe('words of a text', () => {
  test.each([
    ['L’Armée d’Ankara, Putin’s “troops”', 'l armee d ankara putin s troops'],
    ['war—and peace…it Moscow-based U.S.', 'war and peace it moscow based u s'],
    ['3,000 men, 3\u202F000 on 12.2019 and 1.5', '3000 men 3000 on 12 2019 and 1 5'],
    ['土耳其（伊德利卜）说。iPhone手机', '土 耳 其 伊 德 利 卜 说 iphone 手 机'],
    ['ストーカー ﾃｽﾄ が', 'ス ト ー カ ー テ ス ト が'],
    ['ประเทศ', 'ป ร ะ เ ท ศ'],
    ['한국어 신문', '한국어 신문'],
    ['… — " !?', ''],
  ])('%s', (text, expected) => {
    expect(foldWords(text).join(' ')).toBe(expected);
  });

  test('are found where they are printed', () => {
    const text = 'The “Häuser” of l’Élysée';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['The', 'Häuser', 'of', 'l', 'Élysée']);
  });
});

describe('words that are the same to a reader', () => {
  test.each([
    ['Élysée', 'elysee'],
    ['İSTANBUL', 'istanbul'],
    ['Iğdır', 'ığdır'],
    ['Straße', 'STRASSE'],
    ['Œuvre', 'oeuvre'],
    ['Ёлка', 'елка'],
    ['мо́ре', 'море'],
    ['أحمد', 'احمد'],
    ['إدلب', 'ادلب'],
    ['الْحَرْبُ', 'الحرب'],
    ['كتـــاب', 'کتاب'],
    ['می‌شود', 'مي‌شود'],
    ['می‌شود', 'میشود'],
    ['۱۲۳', '١٢٣'],
    ['１２３', '123'],
    ['ﬁn', 'fin'],
    ['Σίσυφος', 'ΣΙΣΥΦΟΣ'],
    ['שָׁלוֹם', 'שלום'],
  ])('%s and %s', (one, other) => {
    expect(foldWord(one)).toBe(foldWord(other));
  });

  test.each([
    ['новый', 'новыи'],
    ['が', 'か'],
    ['Україна', 'Украіна'],
    ['حرب', 'خرب'],
  ])('%s and %s are not', (one, other) => {
    expect(foldWord(one)).not.toBe(foldWord(other));
  });

  test('long ones are compared by what they begin with', () => {
    expect(foldWord('a'.repeat(1000))).toBe('a'.repeat(64));
  });
});

const LETTERS = [...'aZé’-. 3,0İßΣςйё停がู한ع\u064B\u200C\u00AD\u0640\u0301', '\ud800', '\u{1F30D}', '\u{20000}', 'ǅ', '𝐀'];

testRandomly('a folded word stays as it is', 2000, (random) => {
  for (const word of foldWords(random.list(12, () => random.pick(LETTERS)).join(''))) {
    expect(foldWords(word).join('')).toBe(word);
    expect(word).toBe(word.normalize('NFC'));
    expect(word).not.toMatch(/[^\p{Alphabetic}\p{N}]/u);
  }
});

testRandomly('words of familiar letters are those that are found among all', 4000, (random) => {
  const letter = () => (random.below(3) > 0 ? random.pick(LETTERS) : String.fromCharCode(random.pick([0, 0, 0x80, 0x400, 0x2000]) + random.below(0x80)));
  const text = random.list(14, () => (random.below(6) > 0 ? letter() : random.pick(['3,000', '1’234', '2.500', '7\u00A0000', '1,0']))).join('');
  // The last letter is no part of a word, and not familiar.
  expect(wordsOf(text)).toEqual(wordsOf(`${text} \u3002`));
  expect(foldWords(text)).toEqual(foldWords(`${text} \u3002`));
});
