import { expect, test } from 'vitest';
import { openingDate } from './opening-date.ts';

test.each([
  ['9 novembre 2012. - Pour la première fois depuis', '2012-11-09'],
  ['1er août 2012 – Le gouvernement', '2012-08-01'],
  ['Friday, January 4, 2019 \n\nAn apartment building', '2019-01-04'],
  ['**5 марта 2020 г.** — Президент', '2020-03-05'],
  ['MOSCOW, 5 March 2020 — The president', '2020-03-05'],
  ['## A standfirst\n\n22 août 2012, Espagne. - Le Parti', '2012-08-22'],
  ['2020年3月5日\n国家主席', '2020-03-05'],
])('%j opens with a date', (text, date) => {
  expect(openingDate(text)).toBe(date);
});

test.each(['On 5 March 2020 the president said', 'The law of 9 November 2012 - as amended', '5 March 2020 was a Thursday', 'A text.'])(
  '%j does not',
  (text) => {
    expect(openingDate(text)).toBeUndefined();
  },
);
