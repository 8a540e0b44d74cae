import { expect, test } from 'vitest';
import { initialedName, invertedName, listNames, managedName, parseName } from './name.ts';

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

/** What Zotero 7 makes of an article's only author: a list where commas stand between words, else fields cut at a comma or the last space. */
function zoteroFields(author: string): string[][] {
  const list = author.split(/\s*,\s*/);
  if (list[0]?.includes(' ') && list[1]?.includes(' ')) return list.flatMap(zoteroFields);
  const name = author.replace(/[\s.,]+$/, '').replace(/\s+/, ' ');
  const [head = '', rest] = name.split(/, ?/);
  const given = author.includes(',') ? rest?.split(/\s+/).join(' ') : name.slice(0, Math.max(0, name.lastIndexOf(' ')));
  return given ? [[given, author.includes(',') ? head : name.slice(name.lastIndexOf(' ') + 1)]] : [[name]];
}

test.each([
  ['Jane Doe', 'Jane Doe', [['Jane', 'Doe']]],
  ['Jane Mary Doe', 'Jane Mary Doe', [['Jane Mary', 'Doe']]],
  ['Doe, Jane', 'Doe, Jane', [['Jane', 'Doe']]],
  ['Vincent van Gogh', 'van Gogh, Vincent', [['Vincent', 'van Gogh']]],
  ['Maria Antonia de la Cruz', 'de la Cruz, Maria\u00a0Antonia', [['Maria Antonia', 'de la Cruz']]],
  ['Martin Luther King, Jr.', 'King Jr, Martin\u00a0Luther', [['Martin Luther', 'King Jr']]],
  ['Martin Luther King Jr.', 'King Jr, Martin\u00a0Luther', [['Martin Luther', 'King Jr']]],
  [
    'Ann Poe, Bob Ray',
    'Ann Poe, Bob Ray',
    [
      ['Ann', 'Poe'],
      ['Bob', 'Ray'],
    ],
  ],
  ['Reuters', 'Reuters', [['Reuters']]],
  ['The Associated Press', 'The Associated Press,', [['The Associated Press']]],
  ['Staff Reporter', 'Staff Reporter', [['Staff', 'Reporter']]],
  ['Jane Doe, Kyiv correspondent', 'Jane Doe – Kyiv correspondent,', [['Jane Doe – Kyiv correspondent']]],
  ['ليلى حداد', 'ليلى حداد', [['ليلى', 'حداد']]],
  ['王小明', '王小明', [['王小明']]],
])('a reference manager makes the right fields of %s', (printed, managed, fields) => {
  expect([managedName(printed), zoteroFields(managedName(printed))]).toEqual([managed, fields]);
});
