import { describe, expect, test } from 'vitest';
import { archiveOf, makeArticle, randomArticles } from '../../tests/support/make-archive.ts';
import { testRandomly } from '../../tests/support/random.ts';
import type { Archive } from './archive.ts';
import type { Article } from './article.ts';
import { relatedTo } from './related.ts';

/** What an article's page says of others, as plain values. */
function named(archive: Archive, article: Article) {
  const { earlier, later, sameDay, sameSource, sameTopic } = relatedTo(archive, article);
  const ids = (articles: readonly Article[] = []) => articles.map(({ id }) => id);
  return { earlier: earlier?.id, later: later?.id, day: ids(sameDay), source: ids(sameSource), topic: sameTopic?.topic, onTopic: ids(sameTopic?.articles) };
}

const days = (...dates: string[]) => dates.map((date, at) => makeArticle({ date, slug: `a${at}`, source: `s${at}` }));

describe('neighbours', () => {
  test('run from one end of the archive to the other and back', () => {
    const articles = days('2019-12-31', '2020-01-01', '2020-01-01', '2024-02-29');
    const archive = archiveOf(articles);
    expect(articles.map((article) => named(archive, article).later)).toEqual([...articles.slice(1).map(({ id }) => id), undefined]);
    expect(articles.map((article) => named(archive, article).earlier)).toEqual([undefined, ...articles.slice(0, -1).map(({ id }) => id)]);
  });

  test('the only article has no others', () => {
    const [only] = days('2020-01-01');
    expect(named(archiveOf([only as Article]), only as Article)).toEqual({
      earlier: undefined,
      later: undefined,
      day: [],
      source: [],
      topic: undefined,
      onTopic: [],
    });
  });
});

describe('lists', () => {
  test('the nearest before, then those after', () => {
    const articles = Array.from({ length: 9 }, (_, at) => makeArticle({ date: `2020-03-0${at + 1}`, slug: `a${at}` }));
    const archive = archiveOf(articles);
    const at = (place: number) =>
      named(archive, articles[place] as Article)
        .source.map((id) => id.slice(-1))
        .join('');
    expect([at(0), at(1), at(4), at(8)]).toEqual(['234', '345', '210', '654']);
  });

  test('the first topic that has any others', () => {
    const articles = ['alone', 'shared', 'shared', 'shared', 'shared'].map((_, at) =>
      makeArticle({ date: '2020-03-05', slug: `a${at}`, source: `s${at}`, topics: at === 2 ? ['alone', 'shared'] : ['shared'] }),
    );
    const archive = archiveOf([...articles, ...days('2020-03-06', '2020-03-07')]);
    expect(named(archive, articles[2] as Article)).toMatchObject({ day: ['2020/03/05/a0', '2020/03/05/a4'], topic: undefined });
    const spread = articles.map((article, at) =>
      makeArticle({ ...article, date: `2020-03-0${at + 1}`, slug: `b${at}`, id: `2020/03/0${at + 1}/b${at}`, day: `2020-03-0${at + 1}` }),
    );
    expect(named(archiveOf(spread), spread[2] as Article)).toMatchObject({ topic: 'shared', onTopic: ['2020/03/01/b0', '2020/03/05/b4'] });
  });

  testRandomly('name nobody twice, never the article itself, and at most three each', 20, (random) => {
    const articles = randomArticles(random, 60, { days: 20 });
    const archive = archiveOf(articles);
    for (const article of articles) {
      const { earlier, later, day, source, onTopic } = named(archive, article);
      const all = [earlier, later, ...day, ...source, ...onTopic].filter((id) => id !== undefined);
      expect(new Set(all).size).toBe(all.length);
      expect(all).not.toContain(article.id);
      expect(Math.max(day.length, source.length, onTopic.length)).toBeLessThanOrEqual(3);
    }
  });

  testRandomly('hold what they say', 10, (random) => {
    const archive = archiveOf(randomArticles(random, 60, { days: 20 }));
    for (const article of archive.articles) {
      const { sameDay, sameSource, sameTopic } = relatedTo(archive, article);
      expect(sameDay.every(({ day }) => day === article.day)).toBe(true);
      expect(sameSource.every(({ source }) => source === article.source)).toBe(true);
      expect(sameTopic?.articles.every(({ topics }) => topics.includes(sameTopic.topic)) ?? true).toBe(true);
    }
  });

  testRandomly('are the same however the articles came in', 10, (random) => {
    const articles = randomArticles(random, 60);
    const [one, other] = [archiveOf(articles), archiveOf(random.shuffle(articles))];
    for (const article of articles) expect(named(other, article)).toEqual(named(one, article));
  });
});

describe('one more article', () => {
  // It can stand among the six nearest on either side of every list that it joins, and between two neighbours.
  const REACH = 2 * 7;

  testRandomly('changes the pages of a few others, however many there are', 6, (random) => {
    const articles = randomArticles(random, 400, { days: 400 });
    const [added, ...others] = articles as [Article, ...Article[]];
    const [before, after] = [archiveOf(others), archiveOf(articles)];
    const changed = others.filter((article) => JSON.stringify(named(before, article)) !== JSON.stringify(named(after, article)));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(REACH * (2 + added.topics.length) + 2);
  });

  test('at the end of 10,000, looks at a few of them', () => {
    const articles = Array.from({ length: 10_000 }, (_, at) => makeArticle({ date: '2020-03-05', slug: `a${String(at).padStart(5, '0')}`, topics: ['war'] }));
    const archive = archiveOf(articles);
    let looks = 0;
    const position = (article: Article) => {
      looks += 1;
      return archive.position(article);
    };
    const counted: Archive = { ...archive, position };
    relatedTo(counted, articles[5000] as Article);
    // Three lists of 10,000, halved 14 times each.
    expect(looks).toBeLessThan(60);
  });
});
