import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { testRandomly } from '../../tests/support/random.ts';
import { footnotes } from './footnotes.ts';
import { headingLevels } from './heading-levels.ts';
import { paragraphIds } from './paragraph-ids.ts';
import { pictures } from './pictures.ts';
import { isPlain, parsePlainBlocks, plainTree } from './plain-blocks.ts';
import { parsedTree } from './processor.ts';
import { tables } from './tables.ts';

const commonmark = unified().use(remarkParse).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

const withoutPositions = (tree: Root | HastRoot) => JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)));

function expectSameTree(body: string) {
  for (const parser of [commonmark, gfm]) {
    const whole = withoutPositions(parser.parse(body));
    expect(withoutPositions(parsePlainBlocks(body, (rest) => parser.parse(rest)))).toEqual(whole);
  }
}

describe('a plain block', () => {
  test.each(['A word.', 'He said: “Stop!” (twice)', '2020 was a year', 'Over\ntwo lines', '停火协议', '\u3000\u3000两个全角空格', 'a+b = c', '{1}', 'x'])(
    '%j is one',
    (block) => {
      expect(isPlain(block)).toBe(true);
    },
  );

  test.each([
    '',
    '- item',
    '+ item',
    '1. item',
    '12) item',
    '# heading',
    '    code',
    ' indented',
    'line\n===',
    'line\n---',
    'line\n:-\nline',
    'hard  \nbreak',
    'ends in space ',
    'a *word*',
    'a_b_',
    '`code`',
    'a [link]',
    '&amp;',
    'a \\* b',
    'http://a.example',
    'www.a.example',
    'me@a.example',
    '<b>',
    '| a | b |',
    '~~gone~~',
    'a\tb',
    'a\n\nb',
  ])('%j is none', (block) => {
    expect(isPlain(block)).toBe(false);
  });
});

describe('a text parsed without its plain blocks', () => {
  test('hands the parser a letter for each', () => {
    let seen = '';
    parsePlainBlocks('\nOne sentence.\n\nAnother.\n\n## A *heading*\n\nOne more.\n', (rest) => {
      seen = rest;
      return commonmark.parse(rest);
    });
    expect(seen).toBe('x\n\nx\n\n## A *heading*\n\nx');
  });

  test.each([
    'x',
    'x\n\n\nx\n\nword',
    '- x\n\nx\n\n- x',
    'word\n\n[x]: /a\n\n[x]\n\nword',
    '```\n\nword\n\n```\n\nword',
    '<div>\n\nword\n\n</div>\n\nword',
    '<pre>\n\nword\n\n</pre>',
    'word[^1]\n\n[^1]: note\n\n    more\n\nword\n\n    code\n\n\n    code\n\nword',
    '> quoted\n\nword\n\n> quoted\nlazy\n\nword\u00a0',
    '\n\n\nword\n\n\n\n',
  ])('gives the same tree: %j', (body) => expectSameTree(body));

  const PIECES = [
    'word',
    'Word.',
    'x',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '\n\n\n',
    '- ',
    '+ ',
    '* ',
    '*',
    '**',
    '_',
    '1. ',
    '2)',
    '1',
    '# ',
    '#',
    '>',
    '> ',
    '```',
    '~~~',
    '~~',
    '`',
    '=',
    '===',
    '---',
    '[',
    ']',
    '](',
    '(',
    ')',
    '[^1]',
    '[^1]: ',
    '[x]: /a',
    ':',
    '://',
    'http',
    'www.',
    '@',
    '|',
    '|-|',
    '<',
    '<b>',
    '</b>',
    '<div>',
    '<!--',
    '-->',
    '&',
    '&amp;',
    '\\',
    '!',
    '“',
    '”',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\ufeff',
    'é',
    '停',
    'ع',
    '{',
    '}',
    '^',
    '$',
  ];

  testRandomly('of any pieces', 1500, (random) => {
    expectSameTree(random.list(1 + random.below(24), () => random.pick(PIECES)).join(''));
  });

  testRandomly('of paragraphs with something between', 800, (random) => {
    const block = () =>
      random.below(3) > 0
        ? random.list(1 + random.below(5), () => random.pick(['word', 'x', '“Stop!”', '2020', 'a:b'])).join(random.pick([' ', '\n']))
        : random.list(1 + random.below(5), () => random.pick(PIECES)).join('');
    expectSameTree(random.list(1 + random.below(8), block).join('\n\n'));
  });
});

function expectSamePlainTree(body: string) {
  const plain = plainTree(body);
  if (plain === undefined) return;
  expect(plain).toEqual(withoutPositions(parsedTree(body)));
  headingLevels(plain);
  paragraphIds(plain);
  const before = structuredClone(plain);
  footnotes(plain);
  pictures(plain, { href: String, imageHosts: [] });
  tables(plain);
  expect(plain).toEqual(before);
}

describe('the tree of a text of plain paragraphs and headings', () => {
  test.each([
    'A word.',
    '\nOne.\n\n## A heading\n\nOver\ntwo lines.\n',
    '###### Six\n\nx',
    '停火协议\n\n# 标题',
    '> quoted\n\n> again',
    'a ([b c](https://a.example/b?c=d)) e [f](http://g.example)\n\n# [h](https://i.example) j',
  ])('%j has one', (body) => {
    expect(plainTree(body)).toBeDefined();
    expectSamePlainTree(body);
  });

  test.each([
    '',
    'a *b*',
    '# a #',
    '#',
    '#a',
    '####### seven',
    '# a\nb',
    'a\n\n\nb',
    '> a\nb',
    '> a\n> b',
    '>a',
    '> - a',
    '![a](https://b.example)',
    '[a](b)',
    '[a](https://b.example "c")',
    '[ a](https://b.example)',
    '- a',
    '1. a',
    '# 1. a',
    '<b>a</b>',
  ])('%j has none', (body) => {
    expect(plainTree(body)).toBeUndefined();
  });

  const WORDS = [
    'word',
    'Word.',
    'x',
    '[x y](https://a.example/b_c)',
    '[',
    '](https://a.example',
    ')',
    '!',
    '> ',
    '>',
    '#',
    '# ',
    '## ',
    ' ',
    '\n',
    '\n\n',
    '\n\n',
    '“',
    '2020',
    '1.',
    '-',
    ':',
    '\u00a0',
    '\u3000',
    '停',
    'ع',
  ];
  testRandomly('is the one that the pipeline gives', 1500, (random) => {
    expectSamePlainTree(random.list(1 + random.below(12), () => random.pick(WORDS)).join(''));
  });
});
