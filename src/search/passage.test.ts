import { describe, expect, test } from 'vitest';
import { formsOf, passageOf } from './passage.ts';
import { BLOCK_END, cutWords, TEXT_START } from './words.ts';

const show = (pieces: readonly { text: string; marked: boolean }[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

function passage(title: string, text: string[], phrase: boolean, ...found: string[]) {
  const content = `${cutWords(title)} ${TEXT_START} ${text.map(cutWords).join(` ${BLOCK_END} `)}`;
  const words = content.split(' ');
  const terms = found.map((word) => ({ positions: words.flatMap((each, at) => (each.includes(word) ? [at] : [])), phrase }));
  const made = passageOf({ content, terms });
  return { title: show(made.title), passage: show(made.passage) };
}

describe('a passage', () => {
  test('shows and marks what was found, without its punctuation', () => {
    expect(passage('Talks on Syria', ['No one knew of the “troops”, he said.'], false, 'troops', 'Syria')).toEqual({
      title: 'Talks on [Syria]',
      passage: 'No one knew of the “[troops]”, he said.',
    });
  });

  test('starts a little before, where most terms are near each other', () => {
    const far = Array.from({ length: 80 }, (_, at) => `w${at}`).join(' ');
    expect(passage('T', [`alpha ${far} one two three four five six seven eight nine ten alpha beta end`], false, 'alpha', 'beta').passage).toBe(
      '… two three four five six seven eight nine ten [alpha beta] end',
    );
  });

  test('is the beginning of the text where only the headline has it', () => {
    expect(passage('Syria', ['Another word.'], false, 'Syria')).toEqual({ title: '[Syria]', passage: 'Another word.' });
  });

  test('puts text without spaces together again', () => {
    expect(passage('停火', ['土耳其说停火，今天。'], true, '停', '火')).toEqual({ title: '[停火]', passage: '土耳其说[停火]，今天。' });
  });

  test('is cut', () => {
    expect(passage('T', ['word '.repeat(200)], false).passage).toMatch(/^(word ){46}…$/);
  });

  test('marks every place of a form that was found anywhere', () => {
    const term = (at: number) => [{ positions: [at], phrase: false }];
    const one = { content: `Ministers ${TEXT_START} The Minister’s offer.`, terms: term(0) };
    const two = { content: `Talks ${TEXT_START} A Minister’s word, ministers said.`, terms: term(3) };
    expect(show(passageOf(one, formsOf([one, two])).passage)).toBe('The [Minister’s] offer.');
    expect(show(passageOf(two, formsOf([one, two])).passage)).toBe('A [Minister’s] word, [ministers] said.');
  });

  test('holds markup as text', () => {
    expect(passage('T', ['<img src=x onerror=alert> &lt;'], false, 'onerror').passage).toBe('<img src=x [onerror=alert]> &lt;');
  });
});
