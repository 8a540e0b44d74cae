import { expect, test } from 'vitest';
import { toXml } from 'xast-util-to-xml';
import { x as element } from 'xastscript';
import { testRandomly } from '../../tests/support/random.ts';
import { x, xmlDocument } from './xml.ts';

const PIECES = ['&', '<', '>', '"', "'", ']]>', '&amp;', '\n', '\t', '\u0000', '\u000b', '\u001f', '\u007f', '\ufffe', '\ud800', '😀', 'é', 'ب', 'a', ' '];

testRandomly('elements are written as the libraries for it write them', 1000, (random) => {
  const [a = '', b = '', c = ''] = random.list(3, () => random.list(random.below(8), () => random.pick(PIECES)).join(''));
  const mine = x('feed', { 'xml:lang': a, href: b }, [x('id', c), x('fh:complete'), x('link', { rel: c }), x('entry', [x('p', { a }, b)])]);
  const theirs = element('feed', { 'xml:lang': a, href: b }, [
    element('id', c),
    element('fh:complete'),
    element('link', { rel: c }),
    element('entry', [element('p', { a }, b)]),
  ]);
  expect(mine.written).toBe(toXml(theirs));
});

test('a document begins with its declaration', () => {
  expect(xmlDocument(x('a', 'b'))).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a>b</a>\n');
});
