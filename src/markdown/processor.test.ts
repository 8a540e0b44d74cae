import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { named, render, textOf } from '../../tests/support/html.ts';
import { type Random, testRandomly } from '../../tests/support/random.ts';

/** White space as a browser folds it: not the no-break space, nor any other that has a width of its own. */
const fold = (text: string) => text.replaceAll(/[ \t\n]+/g, ' ').trim();

// Letters and marks that software likes to “improve”: quotes, dashes, ellipses, invisible marks, spaces with a width.
const INKS = [
  ...'abcdefgxyzABCßéñøğıİŉ',
  'ﬁ',
  'e\u0301',
  '…',
  '...',
  "'",
  '"',
  '’',
  '‘',
  '“',
  '”',
  '«',
  '»',
  '„',
  '‚',
  '–',
  '—',
  '--',
  '---',
  '(c)',
  '(tm)',
  '1/2',
  '+/-',
  'x2',
  '0',
  '100',
  '%',
  '$',
  '€',
  '@',
  ';',
  '?',
  '/',
  '(',
  ')',
  '^',
  '{',
  '}',
  '\u00a0',
  '\u202f',
  '\u2009',
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202c',
  '\u2066',
  '\u2069',
  '\u061c',
  '\u2028',
  'ع',
  'ر',
  'ب',
  'ی',
  'ך',
  'あ',
  '停',
  '한',
  'ก็',
  'क्ष',
  '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}',
  '\u{1F1FA}\u{1F1F3}',
  '\u2764\ufe0f',
  '\u{20BB7}',
  '\ufffd',
];

const word = (random: Random) => `w${random.list(random.below(8), () => random.pick(INKS)).join('')}`;
const paragraph = (random: Random) =>
  random.list(1 + random.below(20), () => word(random)).reduce((text, next) => `${text}${random.pick([' ', ' ', ' ', '  ', '\n', '  \n'])}${next}`);

describe('the text stays as it was', () => {
  testRandomly('plain paragraphs', 300, (random) => {
    const paragraphs = random.list(1 + random.below(6), () => paragraph(random));
    const { all, text } = render(paragraphs.join('\n\n'));
    expect(named(all, 'p').map((each) => fold(textOf(each)))).toEqual(paragraphs.map(fold));
    expect(fold(text)).toBe(fold(paragraphs.join('\n\n')));
  });

  testRandomly('any character, where it is escaped', 300, (random) => {
    const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
    const text = random
      .list(2 + random.below(30), () => random.pick([...ascii, ...INKS]))
      .join('')
      .trim();
    const escaped = text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
    expect(fold(render(`x${escaped}`).text)).toBe(fold(`x${text}`));
  });

  test.each([
    '"Don\'t" -- he said...',
    '“Don’t” — he said…',
    'a  --  b',
    'x 1. y 2) z',
    '(c) (r) (tm) 1/2 1/4 +-',
    'www.example.org and a@b.example',
    'AT&T, R&D, &c.',
    'x &lt; y',
    'a < b > c',
    'a_b_c * d * e',
    'C:\\path\\to',
    '10$ and 20$, $x$',
    ':smile: :)',
    '~20 ~~',
    'A^2 and H~2~O',
    '==mark== ++ins++',
    '[brackets] and [more][brackets]',
    '{#id .class}',
    'Term\n: no definition',
    '#hashtag',
    '!important',
    '%%x%%',
    '\u00abx\u00bb',
  ])('%s', (text) => {
    const words = text.replaceAll('&lt;', '<');
    expect(fold(render(text).text)).toBe(fold(words.replaceAll('\\\\', '\\')));
  });

  test('the first article, word for word', () => {
    const entry = readFileSync(new URL('../../content/articles/2020/03/05/putin-erdogan-idlib.md', import.meta.url), 'utf8');
    const original = readFileSync(new URL('../../tests/fixtures/first-article.txt', import.meta.url), 'utf8');
    const { text, all } = render(entry.split(/^---$/m).slice(2).join('---'));
    expect(fold(text)).toBe(fold(original));
    expect(named(all, 'p')).toHaveLength(original.trim().split(/\n+/).length);
  });

  test('line breaks that are meant are kept, others are white space', () => {
    const { all } = render('one\ntwo  \nthree\\\nfour');
    expect(named(all, 'br')).toHaveLength(2);
    expect(textOf(all[0] ?? expect.fail())).toBe('one\ntwo\nthree\nfour');
  });

  test('code is not touched', () => {
    expect(render('```js\n  a <b> "c" -- d\n\n\te\n```').text).toBe('  a <b> "c" -- d\n\n\te\n');
  });
});

describe('CommonMark and GitHub’s extensions', () => {
  test.each([
    ['*a* **b** ***c***', ['p', 'em', 'strong', 'em', 'strong']],
    ['> a', ['blockquote', 'p']],
    ['- a\n- b', ['ul', 'li', 'li']],
    ['3. a', ['ol', 'li']],
    ['---', ['hr']],
    ['`a`', ['p', 'code']],
    ['~~a~~', ['p', 'del']],
    ['~a~', ['p']],
    ['| a |\n|---|\n| b |', ['div', 'table', 'thead', 'tr', 'th', 'tbody', 'tr', 'td']],
    ['a\n:-\nb', ['div', 'table', 'thead', 'tr', 'th', 'tbody', 'tr', 'td']],
    ['see https://a.example/x.', ['p', 'a']],
    ['see www.a.example', ['p', 'a']],
    ['a@b.example', ['p', 'a']],
  ])('%j', (body, expected) => {
    const own = render(body).all.filter(({ tagName, attrs }) => tagName !== 'a' || !attrs.some(({ name }) => name === 'aria-label'));
    expect(own.map(({ tagName }) => tagName)).toEqual(expected);
  });

  // Texts that need no extension are parsed without: that must not show. A note of its own makes any text need one.
  const PIECES = [
    'a',
    'b',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '>',
    '|',
    '-',
    '- ',
    ':',
    'x~y',
    '~~y',
    '!',
    '#',
    '# ',
    '1. ',
    '    ',
    '&amp;',
    '\\',
    '@',
    '.',
    '/',
    '"',
    '=',
    '+',
    'https://a.example',
    'www.a.example',
    '[x](https://a.example/y)',
    '[x](/y)',
    '[^1]',
    '[^1]: ',
    '- [ ] ',
    '- [x] ',
    '| a |\n|-|\n',
    'c@d.example',
    'mailto:c@d.example',
    'x:y',
  ];
  testRandomly('a text means the same whether or not another part of it needs an extension', 400, (random) => {
    const body = random.list(random.below(20), () => random.pick(PIECES)).join('');
    const { html } = render(`${body}\n\nlast\n\n| a |\n|-|\n| b |`);
    const table = html.lastIndexOf('\n<div role="region"');
    const without = html.slice(0, table) + html.slice(html.indexOf('</div>', table) + '</div>'.length);
    expect(render(`${body}\n\nlast`).html, JSON.stringify(body)).toBe(without);
  });
});

describe('footnotes', () => {
  const { all, text } = render('One[^a] and two[^é] and one again[^a].\n\n[^a]: First.\n[^é]: Zweite.\n');
  const links = named(all, 'a')
    .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])))
    .filter((attrs) => !attrs['aria-label']?.startsWith('Paragraph'));
  const ids = all.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));

  test('lead there and back, whatever their labels', () => {
    expect(links).toHaveLength(6);
    expect(links.filter(({ href }) => href === undefined || !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('the way back has a name', () => {
    expect(links.filter((link) => link['aria-label'] === 'Back to the text')).toHaveLength(3);
  });

  test('bring no words of their own', () => {
    expect(
      text
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/(\w)[12](?!\w)/g, '$1')
        .trim(),
    ).toMatch(/^One and two and one again\. First\.\W*Zweite\.$/);
  });
});

describe('a text that means harm to the program', () => {
  test.each([
    ['[', 20_000],
    ['![', 20_000],
    ['*a **a ', 3000],
    ['`a``b', 3000],
    ['<', 20_000],
    ['&', 20_000],
    ['_', 20_000],
    ['[a](', 5000],
    ['|', 20_000],
    ['a@', 10_000],
    ['[^', 10_000],
    ['\\', 20_000],
    ['~~a', 1500],
    ['# ', 5000],
    ['\u0301', 20_000],
  ])('%s, again and again, is only text', (piece, times) => {
    expect(render(`x ${piece.repeat(times)}`).text.length).toBeGreaterThan(times / 2);
  });

  test('nor is a long line', () => {
    const line = Array(100_000).fill('word').join(' ');
    expect(render(line).text).toBe(line);
  });
});
