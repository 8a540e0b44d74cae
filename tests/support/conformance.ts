import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer, SearchEngine, SearchQuery } from '../../src/search/engine.ts';
import { makeQueries } from './queries.ts';
import { makeRandom, seed } from './random.ts';
import { makeScan, type Scan, type ScanArticle, type ScanNames } from './scan.ts';

/** An engine over some articles, to be held against a plain reading of them. */
export interface Subject {
  engine: SearchEngine;
  articles: readonly ScanArticle[];
  names: ScanNames;
}

/** A search without limits. */
export function plainly(text: string, more: Partial<SearchQuery> = {}): SearchQuery {
  return { text, sources: [], topics: [], languages: [], years: [], months: [], from: '', to: '', sort: 'relevance', ...more };
}

/** What every search engine of the archive must do, whatever it is made of. */
export function conforms(name: string, open: () => Promise<Subject>, { queries }: { queries: number }): void {
  describe(name, () => {
    let subject: Subject;
    let scan: Scan;
    beforeAll(async () => {
      subject = await open();
      scan = await makeScan(subject.articles, subject.names);
    });
    const found = async (answer: SearchAnswer) => (await answer.fragments(0, answer.total)).map(({ path }) => decodeURI(path).slice(1, -1));

    test('finds what a reading of all texts finds, for queries of every form', async () => {
      const next = makeQueries(subject.articles, subject.names, makeRandom(seed));
      let some = 0;
      for (let round = 0; round < queries; round += 1) {
        const text = next();
        const answer = await subject.engine.search(plainly(text), true);
        const truth = scan.find(text);
        expect({ text, found: (await found(answer)).sort(), total: answer.total, exact: answer.exact }).toEqual({
          text,
          found: truth,
          total: truth.length,
          exact: true,
        });
        if (truth.length > 0 && truth.length < subject.articles.length) some += 1;
      }
      expect(some).toBeGreaterThan(queries / 4);
    });

    test('answers the same in any order', async () => {
      const next = makeQueries(subject.articles, subject.names, makeRandom(seed + 1));
      const texts = Array.from({ length: 30 }, next);
      const ask = async (text: string) => found(await subject.engine.search(plainly(text)));
      const first = new Map<string, string[]>();
      for (const text of texts) first.set(text, await ask(text));
      for (const text of texts.reverse()) expect(await ask(text), text).toEqual(first.get(text));
    });

    test('counts facets and months under the limits of the other kinds', async () => {
      const { article } = subject.articles[0] as ScanArticle;
      const limits = { sources: [article.source], years: [article.day.slice(0, 4)] };
      const answer = await subject.engine.search(plainly('-zzzz', limits), true);
      const count = (test: (article: ScanArticle['article']) => boolean) => subject.articles.filter((each) => test(each.article)).length;
      const inYear = ({ day }: { day: string }) => limits.years.includes(day.slice(0, 4));
      const ofSource = ({ source }: { source: string }) => limits.sources.includes(source);
      expect(answer.total).toBe(count((each) => inYear(each) && ofSource(each)));
      expect(answer.unlimited).toBe(subject.articles.length);
      for (const { id, count: n } of answer.facets.sources) expect(n, id).toBe(count((each) => inYear(each) && each.source === id));
      for (const { id, count: n } of answer.facets.years) expect(n, id).toBe(count((each) => ofSource(each) && each.day.startsWith(id)));
      for (const { id, count: n } of answer.facets.topics) expect(n, id).toBe(count((each) => inYear(each) && ofSource(each) && each.topics.includes(id)));
      for (const { id, count: n } of answer.facets.languages) expect(n, id).toBe(count((each) => inYear(each) && ofSource(each) && each.language === id));
      expect(answer.histogram.reduce((sum, month) => sum + month.count, 0)).toBe(count(ofSource));
      for (const { id, count: n } of answer.facets.months) expect(n, id).toBe(count((each) => inYear(each) && ofSource(each) && each.day.startsWith(id)));
    });

    test('sorts by day, and pages follow each other', async () => {
      for (const sort of ['newest', 'oldest', 'relevance'] as const) {
        const answer = await subject.engine.search(plainly('-zzzz', { sort }), true);
        const all = await answer.hits(0, answer.total);
        const days = all.map(({ day }) => day);
        if (sort !== 'relevance') expect(days).toEqual(days.toSorted((a, b) => (sort === 'oldest' ? 1 : -1) * (a < b ? -1 : a > b ? 1 : 0)));
        expect([...(await answer.hits(0, 7)), ...(await answer.hits(7, 13))].map(({ href }) => href)).toEqual(all.slice(0, 13).map(({ href }) => href));
        expect(new Set(all.map(({ href }) => href)).size).toBe(answer.total);
      }
    });

    test('marks what was found, and changes no letter', async () => {
      const next = makeQueries(subject.articles, subject.names, makeRandom(seed + 2));
      const texts = new Map(subject.articles.map(({ article, text }) => [article.id, [article.title, article.deck ?? '', text].join('\n')]));
      for (let round = 0; round < 60; round += 1) {
        const text = next();
        const answer = await subject.engine.search(plainly(text));
        for (const hit of await answer.hits(0, 5)) {
          const own = texts.get(decodeURI(hit.href).slice(1, -1)) ?? '';
          for (const { pieces } of hit.passages) {
            const shown = pieces
              .map((piece) => piece.text)
              .join('')
              .replace(/^… /, '')
              .replace(/…$/, '');
            expect(own, text).toContain(shown);
            if (hit.places > 0)
              expect(
                pieces.some(({ marked }) => marked),
                text,
              ).toBe(true);
          }
        }
      }
    });

    test('names words that no article has, with some that are near', async () => {
      const words = subject.articles.flatMap(({ text }) => text.toLowerCase().match(/\b[a-z]{6,}\b/g) ?? []);
      const word = words[0] ?? '';
      const wrong = `${word.slice(0, 3)}${word.slice(4)}`;
      const answer = await subject.engine.search(plainly(`zzqxy ${wrong} ${word}`));
      expect(answer.total).toBe(0);
      expect(answer.terms.map(({ absent }) => absent.map((each) => each.word))).toEqual([['zzqxy'], [wrong], []]);
      expect(answer.terms[1]?.absent[0]?.near.length).toBeGreaterThan(0);
    });

    test('finds what has most of the words where no article has all, and says what it lacks', async () => {
      const random = makeRandom(seed + 3);
      for (let round = 0; round < 20; round += 1) {
        const { text } = random.pick(subject.articles);
        const own = [...new Set(text.toLowerCase().match(/\b[a-z]{4,}\b/g) ?? [])];
        if (own.length < 5) continue;
        const words = [...random.shuffle(own).slice(0, 3), 'zzqxy'];
        const other = random.pick(subject.articles).article.source;
        const having = words.map((word) => new Set(scan.find(word)));
        const most = subject.articles
          .filter((each) => each.article.source !== other)
          .map((each) => each.article.id)
          .filter((id) => having.filter((ids) => ids.has(id)).length >= 3);
        const hits = await subject.engine.most(plainly(`${words.join(' ')} -source:"${other}"`), subject.articles.length);
        expect(hits.map(({ href }) => decodeURI(href).slice(1, -1)).sort(), words.join(' ')).toEqual(most.sort());
        for (const { href, lacks } of hits) expect(lacks).toEqual(words.filter((_, at) => !having[at]?.has(decodeURI(href).slice(1, -1))));
      }
      expect(await subject.engine.most(plainly('zzqxy word'), 10)).toEqual([]);
    });
  });
}
