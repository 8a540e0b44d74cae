import { describe, expect, test } from 'vitest';
import { cutWords, foldWords, GLUE, joinWords, withoutMarks } from './words.ts';

const shown = (text: string) => cutWords(text).replaceAll(GLUE, '|');

describe('cutting words', () => {
  test.each([
    ['war—and peace…it', 'war—| and peace…| it'],
    ['l’armée d’Ankara, Putin’s, they’re', 'l’| armée d’| Ankara, Putin’s, they’re'],
    ['Moscow-based 3,000', 'Moscow-based 3,000'],
    ['土耳其（伊德利卜）说。', '土| 耳| 其（| 伊| 德| 利| 卜）| 说。'],
    ['iPhone手机', 'iPhone| 手| 机'],
    ['ストーカー', 'ス| ト| ー| カ| ー'],
    ['ประเทศ', 'ป| ร| ะ| เ| ท| ศ'],
    ['a – b\n\tc', 'a – b c'],
    ['___PAGEFIND_WEIGHT___9 x', '|___PAGEFIND_WEIGHT___9 x'],
  ])('%s', (text, cut) => {
    expect(shown(text)).toBe(cut);
  });

  test.each(['war—and peace…it', 'l’armée', '土耳其（伊德利卜）说。iPhone 15发布', '「東京」です', 'ประเทศไทยวันนี้', '“Quote”—said ___x'])(
    'joined again it is as printed: %s',
    (text) => {
      expect(joinWords(cutWords(text).split(' '))).toBe(text);
    },
  );
});

test('words are folded as they are looked up', () => {
  expect(foldWords('“L’Armée”, $3,000 — U.S. می‌شود 停火')).toEqual(['l', 'armée', '3000', 'us', 'میشود', '停', '火']);
  expect(foldWords('… — !?')).toEqual([]);
  expect(withoutMarks('armée')).toBe('armee');
});
