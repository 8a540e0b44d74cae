import { expect, test } from 'vitest';
import { makeArticle } from '../../tests/support/make-archive.ts';
import { type Random, testRandomly } from '../../tests/support/random.ts';
import type { Article } from '../archive/article.ts';
import { type Bundle, LIMITS, planBundles } from './bundles.ts';
import { LETTERS } from './table.ts';

const limits = { bundle: 40, newest: 10, part: 6, newestPart: 3, day: 8 };

function articleOf(random: Random, slug: string): Article {
  const days = random.pick([5, 400, 9000]);
  const date = new Date(Date.UTC(1969, 6, 1) + random.below(days) * 86_400_000).toISOString().slice(0, 10);
  return makeArticle({ date, slug, language: random.pick(['en', 'en-GB', 'ru']) });
}

const inOrder = (articles: readonly Article[]) => articles.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
const idsOf = (articles: readonly Article[]) => articles.map(({ id }) => id);
const partsOf = (bundles: readonly Bundle[]) => bundles.flatMap(({ parts }) => parts.map((part) => idsOf(part).join(' ')));

testRandomly('bundles and their parts hold every article once, and no more than they may', 100, (random) => {
  const articles = inOrder(random.list(random.below(200), (at) => articleOf(random, `a${at}`)));
  const bundles = planBundles(articles, limits);
  const ofLanguage = Map.groupBy(articles, ({ language }) => language.slice(0, 2));
  expect(bundles.flatMap((bundle) => idsOf(bundle.articles))).toEqual(['en', 'ru'].flatMap((language) => idsOf(ofLanguage.get(language) ?? [])));
  expect(new Set(bundles.map(({ name }) => name)).size).toBe(bundles.length);
  for (const bundle of bundles) {
    expect(bundle.parts.flat()).toEqual(bundle.articles);
    expect(bundle.articles.length).toBeLessThanOrEqual(limits.bundle);
    for (const of of Map.groupBy(bundle.articles, ({ day }) => day).values()) expect(of.length).toBeLessThanOrEqual(limits.day);
    for (const part of bundle.parts) expect(part.length <= limits.part || new Set(part.map(({ day }) => day)).size === 1).toBe(true);
    // No two parts share a day, so the names of its fragments do not depend on the parts.
    expect(new Set(bundle.parts.flatMap((part) => [...new Set(part.map(({ day }) => day))])).size).toBe(new Set(bundle.articles.map(({ day }) => day)).size);
  }
});

// But for those of the newest bundle when it has grown too large to be it.
testRandomly('an article more changes one part, or splits it', 100, (random) => {
  const alike = { ...limits, newestPart: limits.part, day: 1000 };
  const articles = inOrder(random.list(20 + random.below(150), (at) => articleOf(random, `a${at}`)));
  const before = new Set(partsOf(planBundles(articles, alike)));
  const more = makeArticle({ date: random.pick(articles).day, slug: 'more', language: 'en' });
  const after = partsOf(planBundles(inOrder([...articles, more]), alike));
  const fresh = after.filter((part) => !before.has(part));
  expect(fresh.filter((part) => part.split(' ').includes(more.id))).toHaveLength(1);
  const gone = [...before].filter((part) => !after.includes(part));
  expect(gone.length).toBeLessThanOrEqual(1);
  // All that is new was in the part that has gone.
  const known = new Set([more.id, ...gone.flatMap((part) => part.split(' '))]);
  expect(fresh.every((part) => part.split(' ').every((id) => known.has(id)))).toBe(true);
});

test('a day has no more articles than its fragments have names', () => {
  expect(LIMITS.day).toBeLessThan(36 ** LETTERS);
});
