import { describe, expect, test } from 'vitest';
import { xss } from '../../tests/fixtures/xss.ts';
import { testRandomly } from '../../tests/support/random.ts';
import { excerpt } from './excerpt.ts';

const long = 'This is a first paragraph of some length.';

describe('how a text begins', () => {
  test.each([
    ['a plain paragraph', `\n${long}\n\nMore.`, long],
    ['emphasis and links', 'This is *a first* [paragraph](https://a.example/) of `some` length.', long],
    ['a paragraph over lines', 'This is a first\nparagraph of\nsome length.', long],
    ['after a heading', `# Heading of more than 25 letters\n\n${long}`, long],
    ['after a picture', `![Picture of a street in Idlib](/x.jpg)\n\n${long}`, long],
    ['after a table', `| a table with many letters in it |\n|-|\n| b |\n\n${long}`, long],
    ['after code', `\`\`\`\nlet code = 'many letters in it';\n\`\`\`\n\n${long}`, long],
    ['after a figure', `<figure>a figure with many letters in it</figure>\n\n${long}`, long],
    ['after a short line', `IDLIB\n\n${long}`, long],
    ['only short lines', 'One.\n\nTwo.', 'One. Two.'],
    ['a footnote', `${long.slice(0, -1)}[^1].\n\n[^1]: The note.`, long],
    ['a footnote that is none', `${long} [^1]`, `${long} [^1]`],
    ['a link whose address stands below', 'This is a first [paragraph][p] of some length.\n\n[p]: https://a.example/', long],
    ['a quotation', `> ${long}`, long],
    ['entities', 'This is a first paragraph &amp; of some &lt;length&gt;.', 'This is a first paragraph & of some <length>.'],
    ['an escaped star', 'This is a first paragraph \\*of\\* some length.', 'This is a first paragraph *of* some length.'],
    ['nothing', '', ''],
  ])('%s', (_what, body, expected) => {
    expect(excerpt(body)).toBe(expected);
  });

  test('cut at a word, at 180 letters', () => {
    const cut = excerpt('word '.repeat(100)) ?? '';
    expect(cut).toBe(`${'word '.repeat(35)}word…`.slice(0, cut.length - 1).concat('…'));
    expect(cut.length).toBeLessThanOrEqual(180);
    expect(cut.length).toBeGreaterThan(170);
  });

  test('invisible letters stay', () => {
    expect(excerpt('می\u200cخواهم این متن را به زبان فارسی بنویسم.')).toBe('می\u200cخواهم این متن را به زبان فارسی بنویسم.');
  });
});

testRandomly('one line of whole characters, not too long, whatever the text', 200, (random) => {
  const body = random
    .list(1 + random.below(6), () => random.pick([...xss, 'word '.repeat(60), '\u{1F30D}'.repeat(120), `${'x'.repeat(1999)}\u{1F30D}`, '**'.repeat(900)]))
    .join(random.pick([' ', '\n', '\n\n']));
  const words = excerpt(body) ?? '';
  expect(words.length).toBeLessThanOrEqual(180);
  expect(words.isWellFormed()).toBe(true);
  expect(words).toBe(words.replaceAll(/\s+/g, ' ').trim());
});

// The quick way, for texts without marks, must not show.
testRandomly('the same for a text and for the same text with a mark that means nothing', 200, (random) => {
  const PIECES = [
    'word',
    'Zwei',
    ' ',
    ' ',
    '\n',
    '.',
    ',',
    '–',
    '- ',
    '+',
    '1',
    '2. ',
    '(',
    ')',
    '"',
    '’',
    '!',
    '?',
    ';',
    '/',
    '$',
    '%',
    '^',
    '=',
    '===',
    '    ',
    'متن',
    '\u00a0',
  ];
  const body = `Word ${random.list(5 + random.below(30), () => random.pick(PIECES)).join('')} end of it all.`;
  expect(excerpt(body)).toBe(excerpt(body.replace('Word ', 'W&#111;rd ')));
});

describe('a text that is nested deeper than can be shown', () => {
  test.each([
    ['quotations', `${'>'.repeat(3000)} a`],
    ['elements', `${'<b>'.repeat(3000)}a`],
    ['numbered lists', `${'1. '.repeat(2000)}a`],
    ['lists', `${'- '.repeat(300)}a`],
    ['late in the text', `${long}\n\n${'>'.repeat(3000)} a`],
  ])('%s have no excerpt', (_what, body) => {
    expect(excerpt(body)).toBeUndefined();
  });

  test('one with many marks beside one another has', () => {
    expect(excerpt(`${long}\n\n${'| *a* | b |\n'.repeat(500)}\n\n${'- a\n'.repeat(500)}`)).toBe(long);
  });
});
