import { describe, expect, test } from 'vitest';
import { addressKey, aliasPath, articlePath, datePath, makeAddresses, sourcePath, topicPath } from './permalink.ts';

test('paths of every kind', () => {
  expect([
    articlePath('2020/03/05/putin-erdogan-idlib'),
    datePath('2020'),
    datePath('2020-03'),
    datePath('2020-03-05'),
    sourcePath('alwaght'),
    sourcePath('alwaght', '2020'),
    topicPath('سوريا'),
    topicPath('syria', '2020'),
  ]).toEqual([
    '/2020/03/05/putin-erdogan-idlib/',
    '/2020/',
    '/2020/03/',
    '/2020/03/05/',
    '/sources/alwaght/',
    '/sources/alwaght/2020/',
    '/topics/سوريا/',
    '/topics/syria/2020/',
  ]);
});

test.each([
  ['/2019/12/31/old', '/2019/12/31/old/'],
  ['/old/', '/old/'],
  ['/news/172997.html', '/news/172997.html/'],
  ['/caf%C3%A9/', '/caf\u00e9/'],
  ['/cafe\u0301', '/caf\u00e9/'],
])('an earlier address %s stands at %s', (alias, path) => {
  expect(aliasPath(alias)).toBe(path);
});

describe('addresses', () => {
  test.each([
    ['https://stet.example/', '', 'https://stet.example'],
    ['https://stet.example', '', 'https://stet.example'],
    ['https://stet.example/news/', '/news', 'https://stet.example/news'],
    ['https://stet.example/news', '/news', 'https://stet.example/news'],
    ['https://stet.example/a/b//', '/a/b', 'https://stet.example/a/b'],
    ['http://localhost:4321/?q#f', '', 'http://localhost:4321'],
    ['https://user:secret@stet.example/news/', '/news', 'https://stet.example/news'],
    ['https://stet.example/нет/', '/%D0%BD%D0%B5%D1%82', 'https://stet.example/%D0%BD%D0%B5%D1%82'],
    ['https://bücher.example/', '', 'https://xn--bcher-kva.example'],
  ])('published at %s', (url, base, whole) => {
    const { href, absolute } = makeAddresses(url);
    expect(href('/2020/')).toBe(`${base}/2020/`);
    expect(absolute('/2020/')).toBe(`${whole}/2020/`);
    expect([href('/'), absolute('/')]).toEqual([`${base}/`, `${whole}/`]);
  });

  test.each(['روسيا-وتركيا', 'پوتین', '伊德利卜', 'идлиб', 'café', '\u{1F30D}', "a'b", 'a(b)', 'a+b', 'a,b=c@d!e$f~g', '[a]', 'a^b`c{d}'])(
    '%s is encoded, and what is decoded is the path again',
    (slug) => {
      const path = articlePath(`2020/03/05/${slug}`);
      const encoded = makeAddresses('https://stet.example/news/').href(path);
      expect(encoded).toMatch(/^[\x21-\x7e]+$/);
      expect(encoded).not.toMatch(/["<>\\^`{}]/);
      expect(decodeURIComponent(encoded)).toBe(`/news${path}`);
      expect(new URL(encoded, 'https://stet.example').pathname).toBe(encoded);
    },
  );
});

describe('keys of addresses', () => {
  test.each([
    ['capitals', '/Idlib/', '/idlib/'],
    ['composition', '/caf\u00e9/', '/cafe\u0301/'],
    ['both', '/CAFE\u0301/', '/caf\u00e9/'],
    ['sharp s', '/straße/', '/STRASSE/'],
    ['final sigma', '/λόγος/', '/λόγοσ/'],
    ['the Kelvin sign', '/\u212a/', '/k/'],
    ['long s', '/ſ/', '/s/'],
    ['ligatures', '/ﬁn/', '/fin/'],
    ['several marks in another order', '/a\u0323\u0302/', '/a\u0302\u0323/'],
    ['joiners', '/می\u200cخواهم/', '/میخواهم/'],
  ])('%s do not tell two apart', (_what, one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  test.each([
    ['/a/', '/b/'],
    ['/e/', '/é/'],
    ['/и/', '/й/'],
    ['/ي/', '/ی/'],
    ['/1/', '/１/'],
  ])('%s and %s are two', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  test('a key is its own key', () => {
    for (const path of ['/ǅ/', '/ŉ/', '/İ/', '/ΐ/', '/ᾳ/', '/ß/', '/ς/']) expect(addressKey(addressKey(path))).toBe(addressKey(path));
  });
});
