import { describe, expect, test } from 'vitest';
import { testRandomly } from '../../../tests/support/random.ts';
import { keyOf, type Query, withoutTerms } from './nodes.ts';
import { readQuery } from './read.ts';
import { sayQuery } from './say.ts';
import { writeQuery } from './write.ts';

const said = (text: string) => {
  const { query } = readQuery(text);
  return query === undefined ? '' : sayQuery(query);
};

describe('a query is read', () => {
  test.each([
    ['troops location', '“troops” and “location”'],
    ['troops "of the" front', '“troops” and the phrase “of the” and “front”'],
    ['a OR b c', '“a” or (“b” and “c”)'],
    ['(a OR b) c', '(“a” or “b”) and “c”'],
    ['a | b', '“a” or “b”'],
    ['a AND b', '“a” and “b”'],
    ['troops -weather NOT rain', '“troops”, but not “weather” and not “rain”'],
    ['-(a b)', 'not (“a” and “b”)'],
    ['-"of the"', 'not the phrase “of the”'],
    ['"a b"~5', 'the words “a b” within 5 words'],
    ['"troops"', 'exactly “troops”'],
    ['kingf*', 'words that begin with “kingf”'],
    ['“of the” «в Сирии» „der Rat“ 「停火」', 'the phrase “of the” and the phrase “в Сирии” and the phrase “der Rat” and the phrase “停火”'],
    [
      'title:war author:"Jane Doe" place:Idlib person:erdogan',
      '“war” in the headline and the phrase “Jane Doe” among the authors and “Idlib” among the places and “erdogan” among the people',
    ],
    ['title:(war OR peace)', '“war” in the headline or “peace” in the headline'],
    ['source:"The Gazette" -topic:syria lang:fr', 'the source “The Gazette” and the language “fr”, but not the topic “syria”'],
    ['date:2020-02', 'a date from 2020-02-01 to 2020-02-29'],
    ['date:2019..2020-03-05', 'a date from 2019-01-01 to 2020-03-05'],
    ['date:2020-03-05', 'the date 2020-03-05'],
    ['before:2020 after:2018-05-06', 'a date up to 2019-12-31 and a date from 2018-05-07 on'],
    ['date:..2020', 'a date up to 2020-12-31'],
    ['Moscow-based l’armée 停火', 'the phrase “Moscow-based” and the phrase “l’armée” and the phrase “停火”'],
    ['OR', '“OR”'],
    ['a OR', '“a” and “OR”'],
    ['AND a', '“AND” and “a”'],
    ['- a', '“a”'],
    ['constructor:x toString', '“constructor” and “x” and “toString”'],
    ['http://example.org/x', 'the phrase “http://example.org/x”'],
    ['… — " ()', ''],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('what is not understood is said', () => {
  test.each([
    ['a) b', [')']],
    ['"not closed', ['not closed']],
    ['date:2020-02-30 a', ['date:2020-02-30']],
    ['before:2019..2020 a', ['before:2019..2020']],
    ['foo:bar', ['foo:']],
    ['*ing w*', ['*ing', 'w*']],
    ['('.repeat(30), Array.from({ length: 10 }, () => '(')],
    [`${'a '.repeat(60)}`, ['…']],
    ['troops "of the" -rain (a OR b)', []],
  ])('%s', (text, expected) => {
    expect(readQuery(text).notes.map((note) => note.text)).toEqual(expected);
  });
});

test('terms are left out of a query', () => {
  const { query } = readQuery('a (b OR c) -d');
  const left = withoutTerms(query as Query, (term) => term.kind === 'word' && ['b', 'd'].includes(term.word));
  expect(writeQuery(left)).toBe('a c');
});

const LETTERS = [...'ab1 é停ع\u0301\u200c"“”«»()-|*~:.,’', ' OR ', ' AND ', ' -', 'title:', 'date:', 'source:', '2020', '..', '"a b"~3', '\ud800', '\u{1F30D}'];
const shape = (query: Query | undefined) => JSON.stringify(query, (name, value) => (name === 'typed' ? undefined : value));

testRandomly('every text is a query, and one that is written down is read the same', 2000, (random) => {
  const text = random.list(random.below(20), () => random.pick(LETTERS)).join('');
  const { query, notes } = readQuery(text);
  for (const note of notes) expect(note.said).not.toBe('');
  if (query === undefined) return;
  expect(sayQuery(query)).not.toBe('');
  expect(shape(readQuery(writeQuery(query)).query), `${text} → ${writeQuery(query)}`).toBe(shape(query));
});

test('equal terms have equal keys', () => {
  const [one, two] = [readQuery('Troops').query, readQuery('TROOPS').query];
  expect(keyOf(one as never)).toBe(keyOf(two as never));
});
