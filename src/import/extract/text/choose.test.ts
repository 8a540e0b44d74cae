import { expect, test } from 'vitest';
import { parseHtml } from '../page/parse-html.ts';
import { chooseBlocks } from './choose.ts';
import { linesOf } from './lines.ts';

/** A paragraph of 25 words that has no other's. */
function prose(name: string): string {
  return `<p>${Array.from({ length: 25 }, (_, at) => `${name}${at}`).join(' ')}.</p>`;
}

/** First words of the lines that are kept. */
function kept(html: string, readability: string, defuddle: string): string[] {
  const tree = parseHtml(html);
  chooseBlocks(tree, { readability: parseHtml(readability), defuddle: parseHtml(defuddle) });
  return linesOf(tree).map((line) => line.split(' ')[0] ?? '');
}

test('what both engines have', () => {
  const [one, two, three] = ['a', 'b', 'c'].map(prose) as [string, string, string];
  expect(kept(one + two + three, one + two + three, one + two)).toEqual(['a0', 'b0']);
});

test('a quoted post stays among paragraphs and at the end of them, whatever box it is in', () => {
  const post = (words: string): string => `<div><blockquote class="twitter-tweet"><p>${words} this is fine</p></blockquote></div>`;
  const [one, two] = ['a', 'b'].map(prose) as [string, string];
  expect(kept(post('Above') + one + post('Between') + two + post('Below'), one + two, one + two)).toEqual(['a0', 'Between', 'b0', 'Below']);
});

test('a list that is mostly kept is kept whole', () => {
  const long = ['a', 'b', 'c', 'd'].map((name) => prose(name).replaceAll('p>', 'li>'));
  const list = `<ul>${long.join('')}<li>and a short one</li></ul>`;
  expect(kept(list, list, long.join(''))).toEqual(['a0', 'b0', 'c0', 'd0', 'and']);
});

test('a list that one engine has stays among paragraphs, unless it holds links', () => {
  const [one, two] = ['a', 'b'].map(prose) as [string, string];
  const list = (item: string): string => `<ol><li>${item}</li><li>and France</li></ol>`;
  const keptOf = (items: string): string[] => kept(one + items + two, one + items + two, one + two);
  expect(keptOf(list('Germany'))).toEqual(['a0', 'Germany', 'and', 'b0']);
  expect(keptOf(list('<a href="/g">Germany</a>'))).toEqual(['a0', 'b0']);
  expect(kept(one + two + list('Germany'), one + two + list('Germany'), one + two)).toEqual(['a0', 'b0']);
});

test('a text in boxes that stand in one another is put together', () => {
  const part = (name: string): string[] => Array.from({ length: 6 }, (_, at) => prose(`${name}${at}x`));
  const [inner, middle, outer] = ['a', 'b', 'c'].map(part) as [string[], string[], string[]];
  const link = '<p><a href="/x">Another story that readers of this one may want to read as well, says the site</a></p>';
  const html = `<main>${`<div><div>${inner.join('')}</div>${middle.join('')}${link}</div>`}${outer.join('')}</main><footer>${prose('z')}</footer>`;
  const lines = kept(html, outer.join(''), inner.join(''));
  expect(lines.filter((line) => /^[abc]/.test(line))).toHaveLength(18);
  expect(lines).toHaveLength(18);
});
