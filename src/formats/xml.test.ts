import { expect, test } from 'vitest';
import { toXml } from 'xast-util-to-xml';
import { x as element } from 'xastscript';
import { x, xmlDocument } from './xml.ts';

test('elements are written as the libraries write them, whatever the text', () => {
  const pieces = ['&', '<', '>', '"', "'", ']]>', '&amp;', '\n', '\t', '\u0000', '\u000b', '\u001f', '\u007f', '\ufffe', '\ud800', '😀', 'é', 'ب', 'a', ' '];
  let seed = 11;
  const pick = (most: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 16) % most;
  };
  const text = () => Array.from({ length: pick(8) }, () => pieces[pick(pieces.length)]).join('');
  for (let round = 0; round < 2000; round += 1) {
    const [a, b, c] = [text(), text(), text()];
    const mine = x('feed', { 'xml:lang': a, href: b }, [x('id', c), x('fh:complete'), x('link', { rel: c }), x('entry', [x('p', { a }, b)])]);
    const theirs = element('feed', { 'xml:lang': a, href: b }, [
      element('id', c),
      element('fh:complete'),
      element('link', { rel: c }),
      element('entry', [element('p', { a }, b)]),
    ]);
    expect(mine.written).toBe(toXml(theirs));
  }
});

test('a document begins with its declaration', () => {
  expect(xmlDocument(x('a', 'b'))).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a>b</a>\n');
});
