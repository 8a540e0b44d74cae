import { expect, test } from 'vitest';
import { archiveOf, makeArticle } from '../../tests/support/make-archive.ts';
import { LEXICON, planSearch } from './products.ts';

test('a source or topic that gets another name changes no search bundle, but what they have in common', () => {
  const articles = ['2019-03-05', '2020-03-05'].map((date) => makeArticle({ date, source: 'globe', topics: ['war'] }));
  const keysOf = (source: string, topic: string) =>
    new Map(
      planSearch(archiveOf(articles, { sources: [{ id: 'globe', name: source }], topics: [{ id: 'war', title: topic }] })).map(({ name, key }) => [name, key]),
    );
  const before = keysOf('Globe', 'War');
  expect(before.size).toBeGreaterThan(1);
  for (const after of [keysOf('The Globe', 'War'), keysOf('Globe', 'Wars')]) {
    expect([...after].filter(([name, key]) => before.get(name) !== key).map(([name]) => name)).toEqual([LEXICON]);
  }
});
