import { expect, test } from 'vitest';
import { hostileTexts, makeWork } from '../../tests/support/works.ts';
import type { CitedWork } from './work.ts';
import { type Meta, readWorkMeta, workMeta } from './work-meta.ts';

test('reference managers are told what they want, and nothing that they would take for something else', () => {
  expect(workMeta(makeWork({ authors: ['Jane Doe', 'Bob Ray'], original: 'http://herald.example/1' }))).toEqual([
    ['z:itemType', 'newspaperArticle'],
    ['citation_title', 'A headline'],
    ['citation_author', 'Jane Doe'],
    ['citation_author', 'Bob Ray'],
    ['citation_date', '2020-03-05'],
    ['citation_language', 'en'],
    ['citation_public_url', 'https://host.example/2020/03/05/headline/'],
    ['prism.publicationName', 'The Herald'],
    ['z:extra', 'Original: http://herald.example/1'],
  ]);
});

const works: [string, CitedWork][] = [
  ['everything', makeWork({ authors: ['Jane Doe', 'Bob Ray'], original: 'http://herald.example/1', accessed: '2026-05-09', suppliedTitle: true })],
  ['no author and no original', makeWork({ authors: [], inferredDate: true })],
  ...hostileTexts.slice(0, 20).map((text): [string, CitedWork] => [text, makeWork({ title: text, authors: [text, text], source: text })]),
];

test.each(works)('a browser reads back a work with %s', (_, work) => {
  const metas = [...workMeta(work), ...work.authors.map((author): Meta => ['article:author', author])];
  expect(readWorkMeta(metas, work)).toEqual(work);
});
