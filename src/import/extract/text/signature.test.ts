import { expect, test } from 'vitest';
import { parseHtml } from '../page/parse-html.ts';
import { textOf } from '../page/tree.ts';
import { signature } from './signature.ts';

function left(...paragraphs: string[]): string[] {
  const tree = parseHtml(`<p>${paragraphs.join('</p><p>')}</p>`);
  return [...signature(tree, ['Jane Doe'])].map(textOf);
}

test('what is said of the author at the end', () => {
  expect(left('The bridge is shut.', 'JANE DOE IS A REPORTER IN ROME', 'Jane Doe')).toEqual(['Jane Doe', 'JANE DOE IS A REPORTER IN ROME']);
});

test('not what she did, nor another, nor what stands above the text', () => {
  expect(left('The bridge is shut.', 'Jane Doe saw it close.')).toEqual([]);
  expect(left('The bridge is shut.', 'John Roe is the mayor.')).toEqual([]);
  expect(left('Jane Doe is the mayor.')).toEqual([]);
});
