import { describe, expect, test } from 'vitest';
import { testRandomly } from '../../tests/support/random.ts';
import { hold, type Standing } from './hold.ts';
import { countKept } from './kept.ts';
import { formerVersions, type Ledger, LedgerBuilder, versionsFor } from './ledger.ts';
import { type ArticleLine, isArticleLine, readArticleLine, readSiteLine, writeArticleLine, writeSiteLine } from './line.ts';

const digest = (letter: string) => letter.repeat(22);
const line = (fields: Partial<ArticleLine> = {}): ArticleLine => ({
  date: '2026-11-25',
  first: '/2020/03/05/a/',
  digest: digest('a'),
  ids: ['p0000001', 'p0000002-2'],
  path: '/2020/03/05/a/',
  aliases: [],
  ...fields,
});

function ledgerOf(...lines: ArticleLine[]): Ledger {
  const builder = new LedgerBuilder();
  for (const [at, each] of lines.entries()) builder.addArticle(writeArticleLine(each), { file: 'ledger/2020-03.txt', line: at + 1 });
  return builder.build();
}

describe('a line', () => {
  test.each([
    ['of an article', line(), '2026-11-25 /2020/03/05/a/ aaaaaaaaaaaaaaaaaaaaaa 0000001 0000002-2'],
    ['of one that moved', line({ ids: undefined, path: '/2020/03/06/b/' }), '2026-11-25 /2020/03/05/a/ aaaaaaaaaaaaaaaaaaaaaa >/2020/03/06/b/'],
    [
      'of one with ids of its own and an alias',
      line({ ids: ['t-x', 'fn-1'], aliases: ['/news/1.html/'] }),
      '2026-11-25 /2020/03/05/a/ aaaaaaaaaaaaaaaaaaaaaa #t-x #fn-1 /news/1.html/',
    ],
  ])('%s', (_, fields, text) => {
    expect(writeArticleLine(fields)).toBe(text);
    expect(isArticleLine(text)).toBe(true);
    expect(readArticleLine(text)).toEqual(fields);
  });

  test.each(['', '<<<<<<< HEAD', '2026-11-25 /a/', '2026-11-25 a aaaaaaaaaaaaaaaaaaaaaa', '2026-11-25 /2020/03/05/a/ aaaa'])('%j is none', (text) => {
    expect(isArticleLine(text)).toBe(false);
  });

  test('of what is not an article', () => {
    for (const fields of [
      { date: '2026-11-25', path: '/' },
      { date: '2026-11-25', feedIds: 'A name, with spaces' },
    ])
      expect(readSiteLine(writeSiteLine(fields))).toEqual(fields);
  });
});

describe('lines of one article', () => {
  const lines = [
    line(),
    line({ date: '2026-11-26', digest: digest('b'), ids: ['p0000003'] }),
    line({ date: '2026-11-27', digest: digest('b'), ids: undefined, path: '/2021/01/01/b/' }),
  ];

  testRandomly('mean the same in whatever order a merge has left them', 10, (random) => {
    const ledger = ledgerOf(...random.shuffle([...lines, ...lines.slice(0, random.below(3))]));
    const known = ledger.articles.get('/2020/03/05/a/');
    expect(known).toMatchObject({ since: '2026-11-25', digest: digest('b'), path: '/2021/01/01/b/' });
    expect(known?.addresses.toSorted()).toEqual(['/2020/03/05/a/', '/2021/01/01/b/']);
    expect(versionsFor(ledger, { id: '2020/03/05/a', aliases: [] }).at(-1)).toEqual(['p0000003']);
  });

  test('show the same on a page before and after the release that adds one', () => {
    for (const at of [1, 2]) {
      const article = { id: '2020/03/05/a', aliases: [], textDigest: lines[at]?.digest ?? '' };
      const [before, after] = [ledgerOf(...lines.slice(0, at)), ledgerOf(...lines.slice(0, at + 1))].map((ledger) => formerVersions(ledger, article));
      expect(before).toEqual(after);
      expect(before?.length).toBeGreaterThan(0);
    }
  });
});

describe('an article that is looked for', () => {
  const standing = (id: string, text: string, ids: string[] = [], aliases: string[] = []): Standing => ({
    id,
    textDigest: digest(text),
    aliases,
    ids: () => new Set(ids),
  });
  const held = (ledger: Ledger, articles: Standing[], gone: string[] = []) => hold(ledger, { articles, gone: new Set(gone) });
  const one = ledgerOf(line({ ids: ['p0000001', 'p0000002', 'p0000003'] }));

  test('is known by its text', () => {
    expect(held(one, [standing('2021/01/01/other', 'a')]).moves).toEqual([{ article: '2021/01/01/other', from: ['/2020/03/05/a/'] }]);
  });

  test('is known by half of its paragraphs', () => {
    expect(held(one, [standing('2021/01/01/other', 'x', ['p0000001', 'p0000003', 'p0000009'])]).moves).toHaveLength(1);
    expect(held(one, [standing('2021/01/01/other', 'x', ['p0000001', 'p0000008', 'p0000009'])]).moves).toHaveLength(0);
  });

  test('with the same name, by one of its paragraphs', () => {
    expect(held(one, [standing('2021/01/01/a', 'x', ['p0000001', 'p0000008', 'p0000009'])]).moves).toHaveLength(1);
    expect(held(one, [standing('2021/01/01/a', 'x', ['p0000008'])])).toMatchObject({ moves: [], broken: [{ kind: 'lost', candidates: ['2021/01/01/a'] }] });
  });

  test('is not guessed among several', () => {
    const several = [standing('2021/01/01/x', 'a'), standing('2021/01/01/y', 'a')];
    expect(held(one, several)).toMatchObject({ moves: [], broken: [{ kind: 'lost', path: '/2020/03/05/a/', candidates: ['2021/01/01/x', '2021/01/01/y'] }] });
  });

  test('is not one that another article was put in the place of', () => {
    expect(held(one, [standing('2020/03/05/a', 'z', ['p0000009']), standing('2020/03/05/b', 'a')]).broken).toMatchObject([
      { kind: 'taken', article: '2020/03/05/a', now: '2020/03/05/b' },
    ]);
  });

  test('may have changed places with another, which is no move', () => {
    const two = ledgerOf(line(), line({ first: '/2020/03/05/b/', path: '/2020/03/05/b/', digest: digest('b'), ids: ['p0000005'] }));
    const { broken } = held(two, [standing('2020/03/05/a', 'b', ['p0000005']), standing('2020/03/05/b', 'a', ['p0000001', 'p0000002-2'])]);
    expect(broken.map(({ kind }) => kind)).toEqual(['taken', 'taken']);
  });

  test('may not change the spelling of its address alone, which some hosts do not see', () => {
    expect(held(one, [standing('2020/03/05/A', 'a')])).toMatchObject({
      moves: [],
      broken: [{ kind: 'spelling', path: '/2020/03/05/a/', article: '2020/03/05/A' }],
    });
  });

  test('may be gone by the word of its publisher, with all that led to it', () => {
    const moved = ledgerOf(line(), line({ date: '2026-11-26', ids: undefined, path: '/2020/03/05/b/', aliases: ['/x/'] }));
    expect(held(moved, [], ['/2020/03/05/b/'])).toMatchObject({ broken: [], moves: [] });
    expect(held(moved, [], ['/2020/03/05/a/']).broken).toMatchObject([{ kind: 'lost', path: '/2020/03/05/b/' }]);
  });
});

test('an article that took another in has the ids of both', () => {
  const ledger = ledgerOf(line({ ids: ['p0000001'] }), line({ first: '/2020/03/05/b/', path: '/2020/03/05/b/', ids: ['p0000005'] }));
  expect(versionsFor(ledger, { id: '2020/03/05/b', aliases: ['/2020/03/05/a'] })).toEqual([['p0000001'], ['p0000005']]);
});

test('what is kept is counted by the day of its first release', () => {
  const builder = new LedgerBuilder();
  builder.addArticle(writeArticleLine(line({ aliases: ['/x/'] })), { file: '', line: 1 });
  builder.addPath('/2020/', '2026-11-20', { file: '', line: 1 });
  expect(countKept(builder.build(), '2027-11-25')).toEqual({
    addresses: 3,
    paragraphs: 2,
    feedIds: 1,
    releases: [
      { since: '2026-11-20', days: 370, addresses: 1, paragraphs: 0 },
      { since: '2026-11-25', days: 365, addresses: 2, paragraphs: 2 },
    ],
  });
});
