import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Article } from '../../archive/article.ts';
import { TABLE_FILE } from '../catalogue.ts';
import { BLOCK, readTable, UNDIVIDED } from '../table.ts';
import { tableFiles } from '../table-files.ts';
import { openFacts } from './facts.ts';

const DIVIDED = UNDIVIDED + BLOCK + 3;
const articles = Array.from({ length: DIVIDED }, (_, at) => ({
  article: {
    source: at % 3 === 0 ? 'a' : 'b',
    topics: ['x', 'y', 'z'].slice(0, at % 4),
    language: at % 5 === 0 ? 'en-GB' : 'en',
    day: '2020-03-05',
  } as unknown as Article,
  length: 1 + (at % 900),
  fragment: (at % 1296).toString(36).padStart(2, '0'),
}));

function open(indexed = articles) {
  const files = tableFiles(indexed, { from: [], sizes: [], names: [] });
  const table = readTable(inflateRawSync(files.get(TABLE_FILE) ?? Buffer.alloc(0)));
  const asked: string[] = [];
  const bytes = async (path: string) => {
    asked.push(path);
    return new Uint8Array(inflateRawSync(files.get(path.replace('bundle/', '')) ?? Buffer.alloc(0)));
  };
  const days = indexed.map(() => 18_326);
  return { asked, facts: openFacts({ bytes } as unknown as Parameters<typeof openFacts>[0], 'bundle', table, days) };
}

test('the facts of most articles come in one file, those of a few in their blocks, and they are the same', async () => {
  const [all, some] = [open(), open()];
  const pages = articles.map((_, at) => at);
  const whole = await all.facts.of(pages);
  expect(all.asked).toHaveLength(1);
  for (const page of pages) {
    const block = await some.facts.of([page]);
    const told = (of: typeof whole) => [of.source(page), of.topics(page), of.language(page), of.words(page), of.fragment(page)];
    expect(told(whole)).toEqual(told(block));
  }
  expect(some.asked).toHaveLength(Math.ceil(DIVIDED / BLOCK));
  // Once they are there, no block is asked for.
  await all.facts.of([5]);
  expect(all.asked).toHaveLength(1);
});

test('the facts of a bundle of few articles come in one file, whatever is asked', async () => {
  const few = open(articles.slice(0, UNDIVIDED));
  expect((await few.facts.of([3])).source(3)).toBe(0);
  await few.facts.of([BLOCK, UNDIVIDED - 1]);
  expect(few.asked).toHaveLength(1);
});
