import { describe, expect, test } from 'vitest';
import { attribute, named, render, site, textOf } from '../../tests/support/html.ts';
import { idOf } from './paragraph-ids.ts';

/** The links that the text itself has. */
const linksOf = (body: string, options = site) =>
  named(render(body, options).all, 'a').filter((link) => !attribute(link, 'aria-label')?.startsWith('Paragraph'));
const hrefOf = (body: string, options = site) => attribute(linksOf(body, options)[0], 'href');

describe('links out', () => {
  test.each([
    '[x](https://a.example/b?c=d&e#f)',
    '<https://a.example/>',
    'see https://a.example/',
    '<a href="http://a.example/" target="_blank" rel="opener">x</a>',
    '[x][y]\n\n[y]: https://a.example/',
  ])('%j carries rel', (body) => {
    expect(attribute(linksOf(body)[0], 'rel')).toBe('external noopener noreferrer');
    expect(attribute(linksOf(body)[0], 'target')).toBeUndefined();
  });

  test('keep their address', () => {
    expect(hrefOf('[x](https://a.example/b%20c?d=e%26f&g=h#i)')).toBe('https://a.example/b%20c?d=e%26f&g=h#i');
  });

  test('mail is not out', () => {
    expect(hrefOf('a@b.example')).toBe('mailto:a@b.example');
    expect(attribute(linksOf('a@b.example')[0], 'rel')).toBeUndefined();
  });
});

describe('links to the archive’s own paths', () => {
  test.each([
    ['/2020/03/05/x/', '/news/2020/03/05/x/'],
    ['/2020/#p1', '/news/2020/#p1'],
    ['/search/?q=a%26b', '/news/search/?q=a%26b'],
    ['/search/?q=%22a%20b%22', '/news/search/?q=%22a%20b%22'],
    ['/a%2Fb/', '/news/a%2Fb/'],
    ['/100%25/', '/news/100%25/'],
    ['/topics/سوريا/', '/news/topics/%D8%B3%D9%88%D8%B1%D9%8A%D8%A7/'],
    ['/topics/%D8%B3/', '/news/topics/%D8%B3/'],
    ['/', '/news/'],
    ['/\\evil.example', '/news/%5Cevil.example'],
  ])('%s leads to %s', (written, expected) => {
    expect(hrefOf(`<a href="${written}">x</a>`)).toBe(expected);
    expect(attribute(linksOf(`<a href="${written}">x</a>`)[0], 'rel')).toBeUndefined();
  });

  test('from Markdown, too', () => {
    expect(hrefOf('[x](</a b/?q=é>)')).toBe('/news/a%20b/?q=%C3%A9');
  });

  test('without a base path stay as they are', () => {
    expect(hrefOf('[x](/2020/)', { ...site, href: encodeURI })).toBe('/2020/');
  });
});

describe('links within the text', () => {
  test.each([
    ['an id', '[x](#a)\n\n<p id="a">y</p>', idOf('y'), 't-a'],
    ['an id of another script', '[x](#الف)\n\n<p id="الف">y</p>', idOf('y'), 't-الف'],
    ['an encoded id', '[x](#a%2Fb)\n\n<p id="a/b">y</p>', idOf('y'), undefined],
  ])('find %s', (_what, body, _paragraph, target) => {
    const href = hrefOf(body);
    if (target === undefined) expect(href).toBeUndefined();
    else expect(decodeURIComponent(href ?? '')).toBe(`#${target}`);
  });

  test('find a heading by its words, as GitHub names it; the first of two', () => {
    const body = '[x](#the-war-in-idlib) [y](#the-war-in-idlib-1)\n\n## The war in Idlib\n\n## The *war* in Idlib';
    const id = idOf('The war in Idlib');
    expect(linksOf(body).map((link) => attribute(link, 'href'))).toEqual([`#${id}`, `#${id}-2`]);
  });

  test('find a paragraph by the id that its page shows', () => {
    expect(hrefOf(`[x](#${idOf('Later.')})\n\nLater.`)).toBe(`#${idOf('Later.')}`);
  });

  test('lead nowhere else on the page: they become words', () => {
    for (const target of ['#main', '#', '#nowhere', '#%ff', '#__proto__', '#constructor']) {
      const [link] = linksOf(`[words](${target})`);
      expect([target, attribute(link, 'href')]).toEqual([target, undefined]);
      expect(render(`[words](${target})`).text).toBe('words');
    }
  });
});

describe('links that would lead nowhere from here', () => {
  test.each(['page.html', './x', '../x', '?q=x', '//a.example/', 'x y', 'https://', 'http://a b/', 'tel:1', 'irc://x', 'javascript:alert(1)'])(
    '%s becomes words',
    (target) => {
      const { text, all } = render(`<p><a href="${target}">words</a></p>`);
      expect(text).toBe('words');
      expect(
        named(all, 'a')
          .map((link) => attribute(link, 'href'))
          .filter((href) => !href?.startsWith('#p')),
      ).toEqual([undefined]);
    },
  );

  test('a link without words is none', () => {
    expect(linksOf('<a href="https://a.example/"> </a>x').map((link) => attribute(link, 'href'))).toEqual([undefined]);
    expect(hrefOf('[![x](/x.png)](https://a.example/)')).toBe('https://a.example/');
  });
});

test('every link that is left has words or a name', () => {
  const { all } = render('[](https://a.example/) [x](https://a.example/) [![](/x.png)](/y)\n\nText[^1].\n\n[^1]: Note.');
  for (const link of named(all, 'a').filter((each) => attribute(each, 'href') !== undefined)) {
    const picture = named(all, 'img').find((each) => each.parentNode === link);
    expect(textOf(link) || attribute(link, 'aria-label') || attribute(picture, 'alt')).toBeTruthy();
  }
});
