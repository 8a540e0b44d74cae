import { describe, expect, test } from 'vitest';
import { archiveOf, facts, herald, makeArticle, randomArticles } from '../../tests/support/make-archive.ts';
import { testRandomly } from '../../tests/support/random.ts';
import { type Archive, groupBy, lastChanged, lastChangedOf, makeArchive, sourceOf, titleOfTopic, topicOf } from './archive.ts';
import { type Article, directionOf, inOrder } from './article.ts';

const ids = (articles: readonly Article[] | undefined) => articles?.map(({ id }) => id);

/** An archive as plain values in the order in which its lists stand. */
function listed(archive: Archive) {
  const shelves = (map: Archive['bySource']) =>
    [...map].map(([id, { articles, byYear }]) => [id, ids(articles), [...byYear].map(([year, list]) => [year, ids(list)])]);
  const groups = (map: ReadonlyMap<string, readonly Article[]>) => [...map].map(([key, articles]) => [key, ids(articles)]);
  const { byYear, byMonth, byDay, bySource, byTopic, byVia, sources, topics, pages, articles } = archive;
  return {
    articles: ids(articles),
    years: groups(byYear),
    months: groups(byMonth),
    days: groups(byDay),
    via: groups(byVia),
    bySource: shelves(bySource),
    byTopic: shelves(byTopic),
    sources: [...sources],
    topics: [...topics],
    gone: [],
    released: { lists: [], topics: [], feeds: [] },
    pages: [...pages],
  };
}

describe('order', () => {
  test('day, then time by the source’s clock, then source, then address', () => {
    const inTheirOrder = [
      makeArticle({ date: '2019-12-31T23:59:59-08:00', slug: 'z' }),
      makeArticle({ date: '2020-01-01', slug: 'a', source: 'globe' }),
      makeArticle({ date: '2020-01-01', slug: 'b', source: 'globe' }),
      makeArticle({ date: '2020-01-01', slug: 'B', source: 'herald', id: '2020/01/01/B' }),
      makeArticle({ date: '2020-01-01', slug: 'b2', source: 'herald' }),
      makeArticle({ date: '2020-01-01T08:00Z', slug: 'c' }),
      makeArticle({ date: '2020-01-01T08:00:00.5+03:00', slug: 'd' }),
      makeArticle({ date: '2020-01-01T08:00:30Z', slug: 'e' }),
      makeArticle({ date: '2020-01-01T09:00+14:00', slug: 'f' }),
      makeArticle({ date: '2020-01-02', slug: 'a' }),
    ];
    expect(ids(inTheirOrder.toReversed().sort(inOrder))).toEqual(ids(inTheirOrder));
  });

  testRandomly('is total: no two articles are equal in it, and it contradicts itself nowhere', 20, (random) => {
    const articles = randomArticles(random, 40, { days: 5 });
    const sorted = articles.toSorted(inOrder);
    for (const [at, a] of sorted.entries()) {
      for (const [later, b] of sorted.entries()) {
        if (Math.sign(inOrder(a, b)) !== Math.sign(at - later)) expect.fail(`${a.id} and ${b.id}`);
      }
    }
  });

  testRandomly('whatever order content comes in, the archive is the same', 20, (random) => {
    const articles = randomArticles(random, 60);
    const sources = ['herald', 'globe', 'times'].map((id) => ({ id, name: random.pick(['Same name', 'Äther', 'Zeit', '10', '9']) }));
    const topics = ['war', 'peace', 'none'].map((id) => ({ id, title: random.pick(['One title', 'Another']) }));
    const pages = ['b', 'a'].map((id) => ({ id, title: id, language: 'en', file: '', digest: '' }));
    const make = () =>
      makeArchive({
        facts,
        articles: random.shuffle(articles),
        sources: random.shuffle(sources),
        topics: random.shuffle(topics),
        pages: random.shuffle(pages),
        gone: [],
        released: { lists: [], topics: [], feeds: [] },
      });
    expect(listed(make())).toEqual(listed(make()));
  });

  test('what it is made of stays as it was', () => {
    const content = {
      facts,
      articles: [makeArticle({ slug: 'b' }), makeArticle({ slug: 'a' })],
      sources: [herald],
      topics: [],
      gone: [],
      released: { lists: [], topics: [], feeds: [] },
      pages: [],
    };
    const before = structuredClone(content);
    makeArchive(content);
    expect(content).toEqual(before);
  });
});

describe('lists', () => {
  const [a, b, c, d] = [
    makeArticle({ date: '2019-12-31T23:30:00-05:00', slug: 'a', topics: ['war', 'trade'], via: ['globe'] }),
    makeArticle({ date: '2020-01-01', slug: 'b', topics: ['war', 'war'], source: 'globe' }),
    makeArticle({ date: '2020-02-29', slug: 'c' }),
    makeArticle({ date: '2020-02-29T00:10:00+14:00', slug: 'd', topics: ['trade'], via: ['herald', 'herald'] }),
  ] as const;
  const archive = archiveOf([d, b, a, c], { topics: [{ id: 'empty', title: 'Empty' }] });

  test('by year, month and day, from old to new, as the source printed them', () => {
    expect([...archive.byYear].map(([key, list]) => [key, list])).toEqual([
      ['2019', [a]],
      ['2020', [b, c, d]],
    ]);
    expect([...archive.byMonth.keys()]).toEqual(['2019-12', '2020-01', '2020-02']);
    expect([...archive.byDay.keys()]).toEqual(['2019-12-31', '2020-01-01', '2020-02-29']);
    expect(archive.byDay.get('2020-02-29')).toEqual([c, d]);
  });

  test('by source and topic, with their years; an article stands once on each', () => {
    expect(archive.bySource.get('herald')?.articles).toEqual([a, c, d]);
    expect([...(archive.bySource.get('herald')?.byYear.keys() ?? [])]).toEqual(['2019', '2020']);
    expect(archive.byTopic.get('war')?.articles).toEqual([a, b]);
    expect(archive.byTopic.get('empty')).toBeUndefined();
    expect(archive.byVia.get('globe')).toEqual([a]);
    expect(archive.byVia.get('herald')).toEqual([d]);
  });

  test('a topic without a file goes by its id', () => {
    expect([...archive.topics.values()].map(({ title }) => title)).toEqual(['Empty', 'Trade', 'War']);
    expect(titleOfTopic('press-freedom')).toBe('Press freedom');
    expect(titleOfTopic('حقوق-بشر')).toBe('حقوق بشر');
    expect(titleOfTopic('g20_summit')).toBe('G20 summit');
  });

  test('every article stands at its position, and a stranger has none', () => {
    expect(archive.articles.map((each) => archive.position(each))).toEqual([0, 1, 2, 3]);
    expect(() => archive.position(makeArticle({ slug: 'stranger' }))).toThrow('Not in this archive: 2020/03/05/stranger');
  });

  test('a source or topic that is not there is an error', () => {
    expect(sourceOf(archive, 'globe').name).toBe('globe');
    expect(topicOf(archive, 'war').title).toBe('War');
    expect(() => sourceOf(archive, 'nowhere')).toThrow('No such source: nowhere');
    expect(() => topicOf(archive, '__proto__')).toThrow('No such topic: __proto__');
  });

  testRandomly('each article is in exactly one year, month, day and source', 10, (random) => {
    const articles = randomArticles(random, 80);
    const made = archiveOf(articles);
    for (const group of [made.byYear, made.byMonth, made.byDay, new Map([...made.bySource].map(([id, shelf]) => [id, shelf.articles] as const))]) {
      expect(
        [...group.values()]
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(articles.map(({ id }) => id).sort());
    }
  });
});

test('groups of any key, __proto__ too', () => {
  const groups = groupBy(['constructor', '__proto__', 'a', '__proto__'], (word) => [word]);
  expect([...groups]).toEqual([
    ['constructor', ['constructor']],
    ['__proto__', ['__proto__', '__proto__']],
    ['a', ['a']],
  ]);
});

describe('last change', () => {
  test.each([
    [{ date: '2020-03-05' }, '2020-03-05'],
    [{ date: '2020-03-05', updated: '2020-03-07', captured: '2020-03-06' }, '2020-03-07'],
    [{ date: '2020-03-05', updated: '2020-03-06T23:00:00-05:00', captured: '2020-03-07T03:00:00Z' }, '2020-03-06T23:00:00-05:00'],
    [{ date: '2020-03-05', captured: '2020-03-01' }, '2020-03-05'],
  ])('%j: %s', (dates, expected) => {
    expect(lastChanged(makeArticle(dates))).toBe(expected);
  });

  test('of a list, and of none', () => {
    expect(lastChangedOf([makeArticle({ date: '2021-01-01' }), makeArticle({ date: '2020-01-01', captured: '2022-01-01' })])).toBe('2022-01-01');
    expect(lastChangedOf([])).toBeUndefined();
  });
});

test('10,000 articles cost a sort and a few passes, not a search for each', () => {
  let reads = 0;
  const articles = Array.from({ length: 10_000 }, (_, at) => {
    const plain = makeArticle({ date: `20${String(at % 100).padStart(2, '0')}-03-05`, slug: `a${at}`, topics: [`t${at % 50}`] });
    return new Proxy(plain, {
      get: (target, name, receiver) => {
        reads += 1;
        return Reflect.get(target, name, receiver);
      },
    });
  });
  const archive = archiveOf(articles);
  for (const article of archive.articles) archive.position(article);
  // A sort of 10,000 compares about 120,000 times and reads up to 8 values each time; looking through all for each would read 100 million.
  expect(reads).toBeLessThan(2_000_000);
});

test.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['ug', 'rtl'],
  ['dv', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ku', 'ltr'],
  ['ckb', 'rtl'],
  ['zh-Hant', 'ltr'],
  ['sr-Cyrl', 'ltr'],
])('%s runs %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
