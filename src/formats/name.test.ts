import { expect, test } from 'vitest';
import { initialedName, invertedName, listNames, parseName } from './name.ts';

test.each([
  ['Jane Doe', 'Doe, Jane', 'Doe, J.'],
  ['Doe, Jane', 'Doe, Jane', 'Doe, J.'],
  ['  Jane   Mary Doe ', 'Doe, Jane Mary', 'Doe, J. M.'],
  ['Jean-Paul Sartre', 'Sartre, Jean-Paul', 'Sartre, J.-P.'],
  ['J. K. Rowling', 'Rowling, J. K.', 'Rowling, J. K.'],
  ['Vincent van Gogh', 'van Gogh, Vincent', 'van Gogh, V.'],
  ['Ludwig von der Heide', 'von der Heide, Ludwig', 'von der Heide, L.'],
  ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.', 'King, M. L., Jr.'],
  ['Martin Luther King Jr.', 'King, Martin Luther, Jr.', 'King, M. L., Jr.'],
  ['King, Martin Luther, Jr.', 'King, Martin Luther, Jr.', 'King, M. L., Jr.'],
  ['Seán O’Casey', 'O’Casey, Seán', 'O’Casey, S.'],
  ['Юлия Латынина', 'Латынина, Юлия', 'Латынина, Ю.'],
  ['Élodie Çelik', 'Çelik, Élodie', 'Çelik, É.'],
])('%s is a person', (printed, inverted, initialed) => {
  const name = parseName(printed);
  expect([invertedName(name), initialedName(name)]).toEqual([inverted, initialed]);
});

test.each([
  'Reuters',
  'Associated Press',
  'The Herald',
  'Press Association staff',
  'Агентство Интерфакс',
  'ليلى حداد',
  '王小明',
  '김 철수',
  'Jane Doe, Kyiv correspondent',
  'Doe & Sons',
  'jane@herald.example',
  'A, B, C, D',
])('%s stays whole', (printed) => {
  const name = parseName(printed);
  expect([name, invertedName(name), initialedName(name)]).toEqual([{ literal: printed }, printed, printed]);
});

test('names in a sentence', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((names) => listNames(names))).toEqual(['', 'A', 'A and B', 'A, B and C']);
});
