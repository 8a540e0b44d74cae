import { HtmlValidate } from 'html-validate';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { render, textOf } from '../../tests/support/html.ts';
import { testRandomly } from '../../tests/support/random.ts';

/** HTML without what every paragraph gets, and without the empty ones that a parser makes of ends without beginnings. */
const bare = (body: string) => render(body).html.replaceAll(/ id="p[^"]*"|<a href="#p[^>]*><\/a>|<p>(?:<(a|b|em)><\/\1>)?<\/p>|\n/g, '');

describe('blocks stand where HTML allows them, and as a browser showed them', () => {
  test.each([
    ['between the entries of a list', '<ul><li>a</li><p>b</p><li>c</li></ul>', '<ul><li>a<p>b</p></li><li>c</li></ul>'],
    ['a list in a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['before the first entry', '<ol><p>a</p><li>b</li></ol>', '<ol><li><p>a</p></li><li>b</li></ol>'],
    ['bare words in a list', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['between definitions', '<dl><dt>a</dt><p>b</p><dd>c</dd><p>d</p></dl>', '<dl><dt>a</dt><dd><p>b</p></dd><dd>c<p>d</p></dd></dl>'],
    ['groups of definitions', '<dl><div><dt>a</dt><dd>b</dd></div></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['in a heading', '<h2>a<figure>b</figure>c</h2>', '<h2>a</h2><figure>b</figure><h2>c</h2>'],
    [
      'a heading in a cell that is one',
      '<table><tr><th><h3>a</h3></th></tr></table>',
      '<div role="region" aria-label="Table 1" tabindex="0"><table><tbody><tr><th><div>a</div></th></tr></tbody></table></div>',
    ],
    ['in a mark', '<b>a<p>b <i>c</i></p>d</b>', '<p><b>a</b></p><p><b>b <i>c</i></b></p><b>d</b>'],
    ['a list in a mark', '<em><ul><li>a</li></ul></em>', '<ul><li><em>a</em></li></ul>'],
    ['deep in a mark', '<b><blockquote><p>a</p></blockquote></b>', '<blockquote><p><b>a</b></p></blockquote>'],
    ['in a link', '<div><a href="/x"><p>a</p>b</a></div>', '<div><p><a href="/news/x">a</a></p><a href="/news/x">b</a></div>'],
    [
      'a picture with its line in a link',
      '<a href="/x"><figure>a<figcaption>b</figcaption></figure></a>',
      '<figure><a href="/news/x">a</a><figcaption><a href="/news/x">b</a></figcaption></figure>',
    ],
    ['a mark around an entry', '<ul><b><li>a</li></b></ul>', '<ul><li><b>a</b></li></ul>'],
  ])('%s', (_, written, expected) => {
    expect(bare(written)).toBe(expected);
  });

  test('what a link leads to is still there', () => {
    expect(bare('[a](#x)\n\n<span id="x"><h2>b</h2><p>c</p></span>')).toContain('<p><a href="#t-x">a</a></p><p><span id="t-x"></span></p><h2>b</h2><p>c</p>');
    expect(bare('[a](#x)\n\n<h2 id="x">b<figure>c</figure></h2>')).toContain('<h2><span id="t-x"></span>b</h2>');
  });
});

const validator = new HtmlValidate({ root: true, rules: { 'element-permitted-content': 'error' } });
const NAMES = ['ul', 'ol', 'li', 'p', 'div', 'b', 'em', 'span', 'h2', 'h4', 'blockquote', 'pre', 'a', 'table', 'td', 'tr', 'dl', 'dt', 'dd', 'figure'];

const words = (text: string) => text.match(/w\d+/g) ?? [];

testRandomly('whatever is nested in whatever: HTML allows it, and no word is lost or moved', 150, (random) => {
  const made = (depth: number): string => {
    if (depth === 0 || random.below(4) === 0) return `w${random.below(1000)} `;
    const name = random.pick(NAMES);
    return `<${name}>${random.list(1 + random.below(3), () => made(depth - 1)).join('')}</${name}>`;
  };
  const body = `<div>${made(4)}</div>`;
  const { html, root } = render(body);
  const faults = validator.validateStringSync(`<div>${html}</div>`).results.flatMap(({ messages }) => messages.map(({ message }) => message));
  expect({ body, html, faults }).toEqual({ body, html, faults: [] });
  expect(words(textOf(root))).toEqual(words(textOf(parseFragment(body))));
});
