import { expect, test } from 'vitest';
import type { SearchQuery } from '../engine.ts';
import { articlesOf } from './articles.ts';

const articles = articlesOf([
  {
    prefix: 'en_',
    width: 4,
    ids: 'aaaabbbbcccc',
    days: [18_261, 60, 366],
    source: [0, 1, 0],
    topic: [[0, 1], [], [1]],
    language: [0, 0, 1],
    sources: [
      ['alwaght', 'Alwaght'],
      ['rt', 'RT'],
    ],
    topics: [
      ['syria', 'Syria'],
      ['turkey', 'Turkey'],
    ],
    languages: ['en', 'fa'],
  },
]);
const query = (limits: Partial<SearchQuery>): SearchQuery => ({ text: '', sources: [], topics: [], years: [], sort: 'relevance', ...limits });
const counts = (limits: Partial<SearchQuery>) => {
  const { within, facets } = articles.limit([0, 1, 2], query(limits));
  return { within, ...Object.fromEntries(Object.entries(facets).map(([kind, values]) => [kind, values.map(({ id, count }) => `${id} ${count}`)])) };
};

test('an article is known by its id', () => {
  expect(articles.positions('en_bbbb')).toEqual([1]);
  expect(articles.positions('en_dddd')).toEqual([]);
  expect([articles.day(0), articles.day(1), articles.day(2)]).toEqual(['2019-12-31', '2020-02-29', '2021-03-01']);
  expect([articles.source(2), articles.language(2)]).toEqual(['Alwaght', 'fa']);
});

test('without limits everything is counted', () => {
  expect(counts({})).toEqual({ within: [0, 1, 2], sources: ['alwaght 2', 'rt 1'], topics: ['syria 1', 'turkey 2'], years: ['2021 1', '2020 1', '2019 1'] });
});

test('a kind is counted under the limits of the others', () => {
  expect(counts({ sources: ['alwaght'], topics: ['syria'] })).toEqual({
    within: [0],
    sources: ['alwaght 1'],
    topics: ['syria 1', 'turkey 2'],
    years: ['2019 1'],
  });
  expect(counts({ sources: ['alwaght', 'rt'] }).within).toEqual([0, 1, 2]);
});

test('limits that nothing keeps are still listed', () => {
  expect(counts({ sources: ['nobody'] })).toEqual({ within: [], sources: ['alwaght 2', 'rt 1', 'nobody 0'], topics: [], years: [] });
});

test('ten thousand articles are counted', () => {
  const n = 10_000;
  const big = articlesOf([
    {
      prefix: '',
      width: 5,
      ids: Array.from({ length: n }, (_, at) => String(at).padStart(5, '0')).join(''),
      days: Array.from({ length: n }, () => 1),
      source: Array.from({ length: n }, (_, at) => at % 50),
      topic: Array.from({ length: n }, (_, at) => [at % 200, (at + 7) % 200]),
      language: Array.from({ length: n }, () => 0),
      languages: ['en'],
      sources: Array.from({ length: 50 }, (_, at) => [`s${at}`, `S${at}`]),
      topics: Array.from({ length: 200 }, (_, at) => [`t${at}`, `T${at}`]),
    },
  ]);
  const found = Array.from({ length: n }, (_, at) => at);
  expect(big.limit(found, query({ sources: ['s1'] })).within).toHaveLength(200);
});
