import { describe, expect, test } from 'vitest';
import { archiveOf, makeArticle, randomArticles } from '../../tests/support/make-archive.ts';
import { makeRandom } from '../../tests/support/random.ts';
import { FEED_LENGTH, FEED_PART, feedParts } from './feed-parts.ts';
import { datePath } from './permalink.ts';

const partsOf = (articles: Parameters<typeof archiveOf>[0]) => {
  const archive = archiveOf(articles);
  return { archive, ...feedParts(archive.articles, archive.byMonth, datePath) };
};
/** So many articles on each of some days. */
const onDays = (days: Record<string, number>) =>
  Object.entries(days).flatMap(([date, count]) => Array.from({ length: count }, (_, at) => makeArticle({ date, slug: `a${String(at).padStart(4, '0')}` })));

test('a small feed is one document', () => {
  const { current, archives } = partsOf(onDays({ '2019-12-31': 150, '2020-01-01': 50 }));
  expect([current.place, current.articles.length, archives]).toEqual([{ kind: 'complete' }, 200, []]);
});

test('a larger one goes on by period, long ones in parts, and each document leads to the next', () => {
  const { current, archives } = partsOf(onDays({ '2020-01-01': 250, '2020-02-01': 10, '2020-03-01': 430 }));
  expect(archives.map(({ place, articles }) => [place.self, articles.length])).toEqual([
    ['/2020/01/feed.xml', 200],
    ['/2020/01/feed-2.xml', 50],
    ['/2020/02/feed.xml', 10],
    ['/2020/03/feed.xml', 200],
    ['/2020/03/feed-2.xml', 200],
  ]);
  expect(current.place).toEqual({ kind: 'current', previous: '/2020/03/feed-2.xml' });
  expect(current.articles).toHaveLength(FEED_LENGTH);
  expect(archives[1]?.place).toEqual({ kind: 'archive', self: '/2020/01/feed-2.xml', previous: '/2020/01/feed.xml', next: '/2020/02/feed.xml' });
  expect(archives[0]?.place.previous).toBeUndefined();
  expect(archives.at(-1)?.place.next).toBeUndefined();
});

describe('whatever is in an archive', () => {
  const random = makeRandom(5);
  const articles = randomArticles(random, 1500, { days: 400 });

  test('every article is in the feed or in one archived document, in order', () => {
    for (const length of [0, 1, FEED_PART, FEED_PART + 1, 640, 1500]) {
      const { archive, current, archives } = partsOf(articles.slice(0, length));
      const archived = archives.flatMap((part) => part.articles);
      expect(archived).toEqual(archive.articles.slice(0, archived.length));
      expect([...archived, ...current.articles.filter((article) => !archived.includes(article))]).toEqual(archive.articles);
      expect(current.articles.length).toBeGreaterThanOrEqual(Math.min(FEED_LENGTH, length));
      expect(Math.max(...[...archives, current].map((part) => part.articles.length))).toBeLessThanOrEqual(FEED_LENGTH + FEED_PART);
    }
  });

  test('what is archived stays while newer articles come', () => {
    const { archive } = partsOf(articles);
    let before = new Map<string, readonly string[]>();
    for (let length = FEED_PART + 1; length < archive.articles.length; length += 37) {
      const now = new Map(partsOf(archive.articles.slice(0, length)).archives.map((part) => [part.place.self, part.articles.map(({ id }) => id)] as const));
      for (const [path, ids] of before) expect(now.get(path)).toEqual(ids);
      before = now;
    }
    expect(before.size).toBeGreaterThan(10);
  });
});
