import { describe, expect, test } from 'vitest';
import { attribute, named, render, site } from '../../tests/support/html.ts';
import { pictureAddress } from './pictures.ts';

const picture = (body: string) => named(render(body).all, 'img')[0];

describe('pictures of the archive’s own', () => {
  test.each([
    ['![x](/a.jpg)', '/news/a.jpg'],
    ['![x](</a b.jpg>)', '/news/a%20b.jpg'],
    ['![x](/a%20b.jpg)', '/news/a%20b.jpg'],
    ['<img src="/Ä.jpg" alt="x">', '/news/%C3%84.jpg'],
    ['![x](https://images.example.org/a.jpg)', 'https://images.example.org/a.jpg'],
  ])('%s is shown', (body, src) => {
    expect(attribute(picture(body), 'src')).toBe(src);
  });

  test('wait until they are scrolled to, and always have an alternative', () => {
    expect(picture('<img src="/a.jpg" srcset="/b.jpg 2x" onload="x">')?.attrs).toEqual([
      { name: 'src', value: '/news/a.jpg' },
      { name: 'alt', value: '' },
      { name: 'loading', value: 'lazy' },
      { name: 'decoding', value: 'async' },
    ]);
    expect(attribute(picture('![A street in Idlib](/a.jpg "Title")'), 'alt')).toBe('A street in Idlib');
    expect(attribute(picture('[![](/a.jpg)](/b)'), 'alt')).toBe('Picture');
  });
});

describe('pictures from elsewhere', () => {
  test.each([
    ['![A street](https://a.example/x.jpg)', 'Picture: A street', 'https://a.example/x.jpg'],
    ['![](http://a.example/d/x.jpg?y=z/w)', 'Picture: x.jpg', 'http://a.example/d/x.jpg?y=z/w'],
    ['![](https://a.example/)', 'Picture: without a description', 'https://a.example/'],
    ['![x](http://images.example.org/a.jpg)', 'Picture: x', 'http://images.example.org/a.jpg'],
    ['![x](https://images.example.org.evil.example/a.jpg)', 'Picture: x', 'https://images.example.org.evil.example/a.jpg'],
    ['![x](https://images.example.org@evil.example/a.jpg)', 'Picture: x', 'https://evil.example/a.jpg'],
    ['![x](https://images.example.org:8080/a.jpg)', 'Picture: x', 'https://images.example.org:8080/a.jpg'],
  ])('%s becomes a link', (body, words, href) => {
    const { all, text } = render(body);
    expect(named(all, 'img')).toEqual([]);
    expect(text).toBe(words);
    const link = named(all, 'a').find((each) => attribute(each, 'rel') !== undefined);
    expect([attribute(link, 'href'), attribute(link, 'rel')]).toEqual([href, 'external noopener noreferrer']);
  });

  test('within a link become words, for links do not nest', () => {
    const { html, text } = render('[see *![x](https://a.example/x.jpg)*](https://b.example/)');
    expect(text).toBe('see Picture: x');
    expect(html).not.toContain('a.example');
  });

  test.each(['data:image/png;base64,AA', 'x.jpg', '../x.jpg', '//a.example/x.jpg', 'blob:https://a.example/x', ''])('%s becomes words', (src) => {
    const { all, text } = render(`<p><img src="${src}" alt="A street"></p>`);
    expect([named(all, 'img'), text]).toEqual([[], 'Picture: A street']);
    expect(named(all, 'a').filter((each) => attribute(each, 'rel') !== undefined)).toEqual([]);
  });
});

test('where a picture is loaded from', () => {
  const at = (src: string, imageHosts: string[] = []) => pictureAddress(src, { ...site, imageHosts });
  expect([
    at('/x.jpg'),
    at('//a.example/x.jpg'),
    at('https://a.example/x.jpg'),
    at('https://a.example/x.jpg', ['a.example']),
    at('https://b.example/x.jpg', ['a.example']),
  ]).toEqual(['/news/x.jpg', undefined, undefined, 'https://a.example/x.jpg', undefined]);
});
