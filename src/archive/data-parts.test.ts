import { expect, test } from 'vitest';
import { makeArticle } from '../../tests/support/make-archive.ts';
import { DATA_PART, dataParts } from './data-parts.ts';

const articles = Array.from({ length: 2 * DATA_PART + 1 }, (_, at) => makeArticle({ slug: `a${at}` }));

test.each([
  [1, ['/data/2020.jsonl']],
  [DATA_PART, ['/data/2020.jsonl']],
  [DATA_PART + 1, ['/data/2020.jsonl', '/data/2020-2.jsonl']],
  [2 * DATA_PART + 1, ['/data/2020.jsonl', '/data/2020-2.jsonl', '/data/2020-3.jsonl']],
])('a year of %i articles lies in %j', (length, paths) => {
  const parts = dataParts('2020', articles.slice(0, length));
  expect(parts.map(({ path }) => path)).toEqual(paths);
  expect(parts.flatMap((part) => part.articles)).toEqual(articles.slice(0, length));
});
