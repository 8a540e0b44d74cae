import { describe, expect, test } from 'vitest';
import { addressKeyOf } from './address-key.ts';
import { type Claims, Known, type KnownArticle, type Newcomer, type Shelf } from './known.ts';
import { resemblance, sketch } from './sketch.ts';

const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `word${((from + at) * 7919) % 1000}`).join(' ');
const story = words(0, 300);

function shelf(): Shelf {
  const articles: KnownArticle[] = [];
  return { add: (article) => articles.push(article) - 1, at: (place) => articles[place] as KnownArticle };
}

function kept(file: string, changed: Parameters<typeof article>[0]): KnownArticle {
  return { ...article(changed), file, digest: file, topics: [], aliases: [] };
}

function article(changed: Partial<Newcomer> & { text?: string }): Newcomer {
  const { text = story, ...rest } = changed;
  const made = { title: 'A headline', source: 'herald', date: '2020-03-05', authors: ['Jane Doe'], address: 'https://herald.example/1', ...rest };
  const claims: Claims = { titles: [made.title], dates: made.date === undefined ? [] : [made.date], authors: made.authors.length === 0 ? [] : [made.authors] };
  return { sketch: sketch(text), claims, ...made };
}

describe('an article is to one that the archive holds', () => {
  const corrected = story.replace('word7', 'corrected').replace(/(?:\S+ ){10}/, '');
  test.each([
    ['same', 'with the same address and text, however it is served', { address: 'http://m.herald.example/1/?utm_source=feed#top' }],
    ['same', 'with the same text at another address', { address: 'https://herald.example/copy' }],
    ['version', 'with the same address and a correction', { text: corrected }],
    ['version', 'of the same source, corrected and under another headline', { address: undefined, title: 'Another', text: corrected, date: '2020-03-06' }],
    ['version', 'with the same text under another headline', { address: undefined, title: 'Another' }],
    ['sibling', 'of another source', { address: 'https://post.example/9', source: 'post' }],
    ['sibling', 'of another source, with another headline and changes', { address: undefined, source: 'post', title: 'Another', text: corrected }],
    ['sibling', 'that the same source printed again much later', { address: undefined, text: corrected, date: '2021-03-05' }],
    [undefined, 'with another text', { address: undefined, text: words(500, 300) }],
    [undefined, 'that gives the address of another, and tells another story', { title: 'Another', text: words(500, 300) }],
    [undefined, 'that is as short and alike by chance', { address: undefined, text: 'No report today.', title: 'Another' }],
  ] as const)('a %s: %s', (kind, _, changed) => {
    const known = new Known(shelf());
    known.add(kept('articles/2020/03/05/a.md', {}));
    known.add(kept('articles/2020/01/01/b.md', { text: 'No report today.', address: undefined, date: '2020-01-01' }));
    expect(known.relate(article(changed))?.kind).toBe(kind);
  });

  test.each([
    [{ title: 'Another' }, 'another headline (“A headline”)'],
    [{ title: 'A headline: one dead' }, 'another headline (“A headline”)'],
    [{ date: '2020-03-06' }, 'another date (2020-03-05)'],
    [{ authors: ['John Roe'] }, 'other authors (Jane Doe)'],
    [{ authors: ['Jane Doe', 'John Roe'], address: undefined }, 'other authors (Jane Doe)'],
    [
      { title: 'Another', date: '2020-03-07', authors: ['John Roe'] },
      'another headline (“A headline”), another date (2020-03-05) and other authors (Jane Doe)',
    ],
  ])('a version: with the same text and %j', (changed, because) => {
    const known = new Known(shelf());
    known.add(kept('a.md', {}));
    expect(known.relate(article(changed))).toMatchObject({ kind: 'version', because: expect.stringContaining(`the same text, and ${because}.`) });
    // It waits beside the one that was there, and is not made once more.
    known.add(kept('b.md', changed));
    expect(known.relate(article(changed))).toMatchObject({ kind: 'same', of: { file: 'b.md' } });
    expect(known.relate(article({}))).toMatchObject({ kind: 'same', of: { file: 'a.md' } });
  });

  test.each<Partial<Newcomer>>([
    { title: ' A HEADLINE' },
    { title: '“A — headline”' },
    { title: 'A headline | The Herald' },
    { title: 'A headline - herald.example' },
    { date: '2020-03-05T23:30:00-05:00' },
    { date: '2020-03-06T04:30:00Z' },
    { authors: [] },
    { authors: ['JANE  DOE'] },
    { date: undefined },
    { title: 'Another', claims: { dates: ['2020-03-05'] } },
    { title: 'Another', claims: { titles: ['Another', 'A headline'] } },
    { date: '2020-03-06', claims: { dates: ['2020-03-06', '2020-03-05'] } },
    { authors: ['John Roe'], claims: {} },
  ])('the same: with the same address and text and %j', (changed) => {
    const known = new Known(shelf());
    known.add(kept('a.md', {}));
    expect(known.relate(article(changed))?.kind).toBe('same');
  });

  test('in a script without spaces, too', () => {
    const known = new Known(shelf());
    const text = '国家主席周四宣布新措施将于春季生效同时表示政府将继续支持受灾地区的重建工作并加大对农业的投入力度以保障粮食安全和农民收入增长';
    known.add(kept('a.md', { text, address: undefined }));
    expect(known.relate(article({ text: text.replace('春季', '秋季'), address: undefined }))?.kind).toBe('version');
  });
});

test('a resemblance is that of all shingles, nearly', () => {
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const kept = Math.round(2000 * share);
    const [a, b] = [Array.from({ length: 2000 }, (_, at) => `a${at}`), Array.from({ length: 2000 }, (_, at) => (at < kept ? `a${at}` : `b${at}`))];
    const real = kept / (4000 - kept);
    expect(Math.abs(resemblance(sketch(a.join(' ')).sample, sketch(b.join(' ')).sample) - real)).toBeLessThan(0.25);
  }
});

test.each([
  ['https://www.herald.example/a/', 'http://herald.example/a?utm_medium=x&fbclid=1'],
  ['https://herald.example/a/amp/', 'https://amp.herald.example/a'],
  ['https://herald.example//a?b=2&a=1', 'https://herald.example/a?a=1&b=2#part'],
  ['https://herald.example/%D0%B0', 'https://herald.example/а'],
])('%s is %s', (a, b) => {
  expect(addressKeyOf(a)).toBe(addressKeyOf(b));
});

test('what tells two articles apart tells two addresses apart', () => {
  expect(addressKeyOf('https://herald.example/?id=1')).not.toBe(addressKeyOf('https://herald.example/?id=2'));
});
