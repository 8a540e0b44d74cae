import { expect, test } from 'vitest';
import { hostileTexts, makeWork } from '../../tests/support/works.ts';
import { coins } from './coins.ts';

/** What Zotero reads of a ContextObject: pieces between ampersands, the value up to a second equals sign, plus signs as spaces. */
const read = (object: string) =>
  object.split('&').map((field): [string, string] => {
    const [name = '', value = ''] = field.split('=');
    return [name, decodeURIComponent(value.replaceAll(/\+|%2[bB]/g, ' '))];
  });

test('says what a reference manager saves', () => {
  expect(read(coins(makeWork({ authors: ['Jane Doe', 'Bob Ray'] })))).toEqual([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'newspaperArticle'],
    ['rft.title', 'A headline'],
    ['rft.creator', 'Jane Doe'],
    ['rft.creator', 'Bob Ray'],
    ['rft.source', 'The Herald'],
    ['rft.date', '2020-03-05'],
    ['rft.language', 'en'],
    ['rft.identifier', 'https://host.example/2020/03/05/headline/'],
  ]);
});

test('whatever stands in its fields', () => {
  const wrong = hostileTexts.filter((text) => {
    const fields = read(coins(makeWork({ title: text, source: text })));
    return fields.some(([name, value]) => (name === 'rft.title' || name === 'rft.source') && value !== text.replaceAll('+', '＋'));
  });
  expect(wrong).toEqual([]);
});

test('an address with a plus sign leads where it led', () => {
  const fields = new Map(read(coins(makeWork({ url: 'https://host.example/2020/03/05/a+b/' }))));
  expect(decodeURIComponent(new URL(fields.get('rft.identifier') ?? '').pathname)).toBe('/2020/03/05/a+b/');
});
