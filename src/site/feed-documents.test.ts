import { expect, test } from 'vitest';
import { archiveOf, makeArticle } from '../../tests/support/make-archive.ts';
import { testRandomly } from '../../tests/support/random.ts';
import type { Article } from '../archive/article.ts';
import { FEED_PART } from '../archive/feed-parts.ts';
import { LedgerBuilder } from '../ledger/ledger.ts';
import { releasedFeeds } from '../ledger/site-paths.ts';
import { archiveFeedParts, shelfFeedParts } from './feed-documents.ts';

/** So many articles of a month, on one topic. */
const inMonth = (month: string, count: number) =>
  Array.from({ length: count }, (_, at) => makeArticle({ date: `${month}-05`, slug: `a${String(at).padStart(4, '0')}`, topics: ['news'] }));

/** Paths of all documents of the archive's feed and the topic's. */
function documentsOf(articles: readonly Article[], released: readonly string[]): string[] {
  const ledger = new LedgerBuilder();
  for (const path of released) ledger.addPath(path, '2026-11-26', { file: 'ledger/site.txt', line: 1 });
  const archive = archiveOf(articles, { released: { lists: [], topics: ['news'], feeds: releasedFeeds(ledger.build()) } });
  return [archiveFeedParts(archive), shelfFeedParts(archive, 'topics', 'news')].flatMap(({ archives }) => archives.map(({ place }) => place.self));
}

test('a document that has lost its articles stays, and leads to its feed', () => {
  const released = documentsOf([...inMonth('2020-01', FEED_PART + 1), ...inMonth('2021-02', 10)], []);
  expect(released).toEqual(['/2020/01/feed.xml', '/2020/01/feed-2.xml', '/topics/news/2020/feed.xml', '/topics/news/2020/feed-2.xml']);
  expect(documentsOf([], released).toSorted()).toEqual(released.toSorted());
});

testRandomly('no document that was ever released is missing, whatever comes and goes', 5, (random) => {
  const months = ['2019-11', '2019-12', '2020-01', '2020-02'];
  const released = new Set<string>();
  for (let round = 0; round < 8; round += 1) {
    const now = documentsOf(
      months.flatMap((month) => inMonth(month, random.below(3 * FEED_PART))),
      [...released],
    );
    expect([...released].filter((path) => !now.includes(path))).toEqual([]);
    expect(new Set(now).size).toBe(now.length);
    for (const path of now) released.add(path);
  }
  expect(released.size).toBeGreaterThan(8);
});
