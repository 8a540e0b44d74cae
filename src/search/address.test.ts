import { describe, expect, test } from 'vitest';
import { isEmpty, PAGE_SIZE, readAddress, type SearchAddress, writeAddress } from './address.ts';

const read = (query: string) => readAddress(new URLSearchParams(query));
const plain: SearchAddress = {
  text: '',
  sources: [],
  topics: [],
  languages: [],
  years: [],
  months: [],
  from: '',
  to: '',
  sort: 'relevance',
  view: 'articles',
  shown: PAGE_SIZE,
};

describe('reading an address', () => {
  test('nothing is the empty search', () => {
    expect(read('')).toEqual(plain);
    expect(isEmpty(read('?sort=newest'))).toBe(true);
    expect(isEmpty(read('?year=2020'))).toBe(false);
  });

  test('every setting', () => {
    expect(
      read(
        '?q=troops+location&source=b&source=a&topic=syria&lang=ar&year=2020&month=2020-03&month=2020-13&from=2020-02-29&to=2020-03-05&sort=newest&view=left&show=60',
      ),
    ).toEqual({
      text: 'troops location',
      sources: ['a', 'b'],
      topics: ['syria'],
      languages: ['ar'],
      years: ['2020'],
      months: ['2020-03'],
      from: '2020-02-29',
      to: '2020-03-05',
      sort: 'newest',
      view: 'left',
      shown: 60,
    });
  });

  test.each([
    ['?sort=__proto__&show=1e9', plain],
    ['?show=-3', plain],
    ['?show=NaN&year=20200&year=x&source=%3Cscript%3E&topic=../..', plain],
    ['?q=%00%0a%20%ff', { ...plain, text: '\ufffd' }],
    ['?from=2021-02-29&to=2020&lang=%3Cb%3E', plain],
    ['?source=a&source=a', { ...plain, sources: ['a'] }],
    ['?show=21', { ...plain, shown: 30 }],
    [`?q=${'x'.repeat(9999)}`, { ...plain, text: 'x'.repeat(500) }],
  ])('%s is tolerated', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });
});

describe('writing an address', () => {
  test('defaults are left out', () => {
    expect(writeAddress(plain).toString()).toBe('');
    expect(writeAddress({ ...plain, text: '"of the" جبهة', sort: 'oldest' }).toString()).toBe('q=%22of+the%22+%D8%AC%D8%A8%D9%87%D8%A9&sort=oldest');
  });

  test('whatever is read is written and read the same', () => {
    // A fixed sequence: the same letters and settings in every run.
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const letters = [...'ab9-_ "“«<>&=%+#?\u0000\u00AD\ud800é停ع\u{1F30D}'];
    const text = () => Array.from({ length: random(12) }, () => letters[random(letters.length)]).join('');
    for (let round = 0; round < 2000; round += 1) {
      const params = new URLSearchParams();
      for (let n = random(6); n > 0; n -= 1)
        params.append(
          ['q', 'source', 'topic', 'lang', 'year', 'month', 'from', 'to', 'sort', 'view', 'show'][random(11)] ?? '',
          [text(), '2020', '2020-03', '2020-03-05', 'newest', 'left', 'alwaght', '40'][random(8)] ?? '',
        );
      const address = readAddress(params);
      const written = writeAddress(address);
      expect(readAddress(new URLSearchParams(written.toString()))).toEqual(address);
      expect(writeAddress(readAddress(written)).toString()).toBe(written.toString());
    }
  });
});
