import { expect, test } from 'vitest';
import { readAddress } from '../address.ts';
import type { FoundArticle, SearchAnswer } from '../engine.ts';
import { readQuery } from '../query/read.ts';
import { searchSentence, TAKE_FORMATS, type TakeFormat, Taken } from './take.ts';

const origin = { archive: 'The Archive', site: 'https://archive.example/news/', day: '2026-11-25' };
const article: FoundArticle = {
  path: '/2020/03/05/troops/',
  href: '/news/2020/03/05/troops/',
  title: '=HYPERLINK("x"), “troops”',
  authors: ['Jane Doe', 'Ali Öz'],
  date: '2020-03-05T18:20:00+03:00',
  language: 'en',
  source: 'herald',
  sourceName: 'The Herald',
  sourceUrl: 'https://herald.example/1',
  places: ['Idlib'],
  people: [],
  topics: ['War'],
  suppliedTitle: false,
  inferredDate: true,
  text: 'Text.\nMore.',
};
const taken = (format: TakeFormat, articles: readonly FoundArticle[]) => {
  const made = new Taken(format, origin);
  for (const each of articles) made.add([each]);
  return made.done().join('');
};
const written = (ending: string, articles = [article, article]) => taken(TAKE_FORMATS.find((format) => format.ending === ending) as TakeFormat, articles);

test('a table holds every field, and no cell that a spreadsheet would run', () => {
  const [head, row, again, end] = written('csv').split('\r\n');
  expect(head).toBe('\uFEFFdate,title,deck,authors,source,sourceId,language,topics,places,people,url,original');
  expect(row).toContain(
    '"\'=HYPERLINK(""x""), “troops”","","Jane Doe; Ali Öz","The Herald","herald","en","War","Idlib","","https://archive.example/news/2020/03/05/troops/"',
  );
  expect([again, end]).toEqual([row, '']);
});

test('lines of JSON are read one by one, with every letter as printed', () => {
  const lines = written('jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({
    title: article.title,
    authors: article.authors,
    url: 'https://archive.example/news/2020/03/05/troops/',
    original: article.sourceUrl,
  });
});

test('references name each article once', () => {
  expect(written('bib').match(/^@article\{/gm)).toHaveLength(2);
  expect(written('ris').match(/^TY {2}- NEWS/gm)).toHaveLength(2);
  expect(JSON.parse(written('json'))).toMatchObject([{ 'container-title': 'The Herald', issued: { 'date-parts': [[2020, 3, 5]] } }, {}]);
});

test('ten thousand articles are all there, in every form, and none twice under one name', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({ ...article, title: `Troops, part ${at % 7}`, href: `/news/2020/03/05/troops-${at}/` }));
  expect(written('csv', many).trimEnd().split('\r\n')).toHaveLength(10_001);
  expect(
    written('jsonl', many)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).url),
  ).toEqual(many.map(({ href }) => `https://archive.example${href}`));
  const keys = [...written('bib', many).matchAll(/^@article\{([^,]+),/gm)].map(([, key]) => key);
  expect([keys.length, new Set(keys).size]).toEqual([10_000, 10_000]);
  expect(written('ris', many).match(/^ER {2}- /gm)).toHaveLength(10_000);
  const items = JSON.parse(written('json', many)) as { id: string; URL: string }[];
  expect(new Set(items.map(({ id }) => id)).size).toBe(10_000);
  expect(items.at(-1)?.URL).toBe('https://archive.example/news/2020/03/05/troops-9999/');
});

test('none are a file that can be read all the same', () => {
  expect(JSON.parse(written('json', []))).toEqual([]);
});

test('a sentence says what was searched, and how far', () => {
  const answer = {
    reading: readQuery('troops -rain'),
    total: 12,
    exact: true,
    facets: { sources: [{ id: 'herald', label: 'The Herald', count: 12 }], topics: [], languages: [], years: [], months: [] },
    searched: { articles: 1204, of: 1204, from: '2001-02-03', to: '2026-11-20' },
  } as unknown as SearchAnswer;
  const address = readAddress(new URLSearchParams('q=troops+-rain&source=herald&from=2020-01-01'));
  expect(searchSentence(answer, address, { ...origin, url: 'https://archive.example/news/search/?q=troops' })).toBe(
    '12 articles in The Archive (1,204 articles, 2001-02-03 to 2026-11-20) matching “troops”, but not “rain” (query: troops -rain), limited to source “The Herald” and a date from 2020-01-01 on. Searched on 2026-11-25 at https://archive.example/news/search/?q=troops',
  );
  expect(searchSentence({ ...answer, exact: false, searched: { ...answer.searched, articles: 500 } }, address, { ...origin, url: '' })).toMatch(
    /^At least 12 articles in .*of which 500 were searched/,
  );
});
