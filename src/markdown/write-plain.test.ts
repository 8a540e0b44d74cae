import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { testRandomly } from '../../tests/support/random.ts';
import { links } from './links.ts';
import { paragraphIds } from './paragraph-ids.ts';
import { parsedTree } from './processor.ts';
import { writePlain } from './write-plain.ts';

const stringifier = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

function treeOf(body: string) {
  const tree = parsedTree(body);
  paragraphIds(tree);
  links(tree, { href: (path) => path });
  return tree;
}

describe('a plain tree is written as the library writes it', () => {
  const PIECES = [
    'word',
    ' ',
    '“x”',
    '\n\n',
    '\n\n',
    '\n',
    '# ',
    '## ',
    '> ',
    '*',
    '**',
    '<',
    '&',
    '"',
    '>',
    '- ',
    '<b id="a&quot;b">',
    '</b>',
    '\u00a0',
    '停',
  ];
  const LINKS = ['[a](https://a.example/b?c=d)', '[a](/b)', '[a](#b)', '[a]("b)', '[a](https://é.example/"&)', '[a](mailto:b@c.example)', '[a]()'];

  testRandomly('of any pieces', 400, (random) => {
    const body = random.list(1 + random.below(20), () => random.pick(random.below(4) === 0 ? LINKS : PIECES)).join('');
    const tree = treeOf(body);
    const written = writePlain(tree);
    if (written !== undefined) expect(written, JSON.stringify(body)).toBe(stringifier.stringify(tree));
  });

  test('news is plain', () => {
    expect(writePlain(treeOf('One “word”.\n\n## Two\n\n> Three\n\nA [link](https://a.example/).'))).toContain('rel="external noopener noreferrer"');
  });

  test.each(['a < b', 'a & b', '*a*', '- a', 'a  \nb', '<b>a</b>'])('%j is not', (body) => {
    expect(writePlain(treeOf(body))).toBeUndefined();
  });

  test('nor is an id that has to be escaped', () => {
    const tree = treeOf('word');
    tree.children.unshift({ type: 'element', tagName: 'span', properties: { id: 'a"b' }, children: [] });
    expect(writePlain(tree)).toBeUndefined();
  });
});
