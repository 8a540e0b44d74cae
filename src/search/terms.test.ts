import { expect, test } from 'vitest';
import { readTerms, withoutTerms } from './terms.ts';

const shape = (text: string) => readTerms(text).map(({ words, quoted }) => (quoted ? `"${words.join(' ')}"` : words.join('+')));

test.each([
  ['troops location', ['troops', 'location']],
  ['"of the" troops', ['"of the"', 'troops']],
  ['“of the” «в Сирии»', ['"of the"', '"в сирии"']],
  ['"not closed', ['"not closed"']],
  ['Troops troops TROOPS', ['troops']],
  ['l’armée 停火', ['l+armée', '停+火']],
  ['— " " !', []],
  ['a"b"c', ['a', '"b"', 'c']],
])('%s', (text, terms) => {
  expect(shape(text)).toEqual(terms);
});

test('a query without some of its terms', () => {
  expect(withoutTerms('"of the" troops zzzz', ({ text }) => text === 'zzzz')).toBe('"of the" troops');
});

test('any text is a query', () => {
  for (const text of ['"'.repeat(99), '“«"', '\u00AD', 'x '.repeat(300), '\ud800']) expect(readTerms(text).length).toBeLessThanOrEqual(16);
});
