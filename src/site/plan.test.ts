import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/archive/article.ts';
import { archiveOf, makeArticle, randomArticles } from '../../tests/support/make-archive.ts';
import { type Random, testRandomly } from '../../tests/support/random.ts';
import { makeAddresses } from '../archive/permalink.ts';
import { lastingPaths, planPages } from './plan.ts';

const addresses = makeAddresses('https://archive.example/');
const plan = (articles: readonly Article[], more: Parameters<typeof archiveOf>[1] = {}) => planPages(archiveOf(articles, more), addresses, () => []);

/** One change such as publishers make; what has changed has another digest, as files have. */
function change(articles: readonly Article[], random: Random): Article[] {
  const at = random.below(articles.length);
  const old = articles[at] as Article;
  const digest = `sha256-${random.below(1e9)}`;
  const others = articles.filter((_, other) => other !== at);
  const edited = random.pick<() => Article[]>([
    () => [],
    () => [{ ...old, digest, title: `Edited ${digest}` }],
    () => [{ ...old, digest }],
    () => [{ ...old, digest, topics: random.pick([[], ['war'], ['law', 'peace'], ['new-topic']]) }],
    () => [{ ...old, digest, source: random.pick(['herald', 'globe', 'times', 'another']) }],
    () => [makeArticle({ ...old, digest, date: '2019-01-01', day: '2019-01-01', id: `2019/01/01/moved-${at}` })],
    () => [old, makeArticle({ date: random.pick(['2018-12-31', '2019-01-02', '2021-05-05']), slug: `added-${random.below(1e6)}`, digest })],
    () => [{ ...old, first: '/2001/01/01/first/' }],
    () => [{ ...old, language: 'fr' }],
  ])();
  return [...others, ...edited];
}

describe('groups of pages', () => {
  testRandomly('whose keys stay have pages whose keys stay, whatever has changed', 30, (random) => {
    const before = randomArticles(random, 250, { days: 90 });
    const groups = new Map(plan(before).map((group) => [group.name, group]));
    for (let step = 0; step < 5; step += 1) {
      for (const group of plan(change(before, random))) {
        const old = groups.get(group.name);
        if (old?.key === group.key) expect(group.pages()).toEqual(old.pages());
      }
    }
  });

  it('of years and shelves far from a change stay', () => {
    const articles = Array.from({ length: 60 }, (_, at) =>
      makeArticle({ date: `20${10 + (at % 6)}-03-0${1 + (at % 9)}`, slug: `a${at}`, topics: [at % 2 === 0 ? 'war' : 'law'] }),
    );
    const before = new Map(plan(articles).map(({ name, key }) => [name, key]));
    const [first, ...others] = articles.toSorted((a, b) => (a.day < b.day ? 1 : -1)) as [Article, ...Article[]];
    const changed = plan([{ ...first, digest: 'sha256-y' }, ...others]).flatMap(({ name, key }) => (before.get(name) === key ? [] : [name]));
    expect(first.day.slice(0, 4)).toBe('2015');
    expect(changed.sort()).toEqual(['/sources/herald/', `/topics/${first.topics[0]}/`, '2015', 'whole']);
  });

  testRandomly('have each page once, and all that lasts among them', 20, (random) => {
    const feeds = ['/2019/01/feed-9.xml', '/2031/01/feed.xml', '/topics/war/2031/feed-2.xml'];
    const archive = archiveOf(randomArticles(random, 250, { days: 90 }), { released: { lists: [], topics: [], feeds } });
    const paths = planPages(archive, addresses, () => []).flatMap((group) => group.pages().map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
    const articles = new Set(archive.articles.map(({ id }) => `/${id}/`));
    const lasting = paths.filter((path) => !articles.has(path) && path !== '/404/' && /\/$|\/(?:feed(?:-\d+)?\.xml|feed\.json|rss\.xml)$/.test(path));
    expect(lastingPaths(archive).sort()).toEqual(lasting.sort());
    expect(lasting).toEqual(expect.arrayContaining(feeds));
  });
});
