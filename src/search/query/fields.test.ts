import { describe, expect, test } from 'vitest';
import { testRandomly } from '../../../tests/support/random.ts';
import { NO_FIELDS, type QueryFields, readFields, writeFields } from './fields.ts';
import { readQuery } from './read.ts';

const write = (fields: Partial<QueryFields>) => writeFields({ ...NO_FIELDS, ...fields });

describe('a form', () => {
  test.each<[Partial<QueryFields>, string]>([
    [{}, ''],
    [{ all: 'troops front' }, 'troops front'],
    [{ all: 'Moscow-based' }, '"Moscow-based"'],
    [{ phrase: 'of the troops' }, '"of the troops"'],
    [{ any: 'troops soldiers', none: 'weather rain' }, '(troops OR soldiers) -weather -rain'],
    [{ any: 'troops' }, 'troops'],
    [{ near: 'troops border', within: '3' }, '"troops border"~3'],
    [{ near: 'troops' }, 'troops'],
    [
      { title: 'talks front', author: 'Jane Doe', place: 'New York', person: 'Putin' },
      'title:talks title:front author:"Jane Doe" place:"New York" person:"Putin"',
    ],
    [{ source: 'Daily Herald', topic: 'war', lang: 'fr' }, 'source:"Daily Herald" topic:war lang:fr'],
    [{ from: '2020-03-05' }, 'date:2020-03-05..'],
    [{ from: '2020-03-05', to: '2020-03-05' }, 'date:2020-03-05'],
    [{ to: '2020-03-05' }, 'date:..2020-03-05'],
    [{ all: '"OR" -x (y', phrase: 'a "b" c' }, 'or x y "a b c"'],
  ])('%j writes %s', (fields, text) => {
    expect(write(fields)).toBe(text);
    expect(readQuery(text).notes).toEqual([]);
  });

  test.each(['troops*', 'title:"a b"', '(a b) OR c', '-(a OR b)', '"a" "b"', '"a b"~2 "c d"~3', 'date:2019 date:2020'])('cannot say %s', (text) => {
    expect(readFields(readQuery(text).query)).toBeUndefined();
  });

  test('is filled with what was typed', () => {
    expect(readFields(readQuery('troops -rain "of the" date:2020-03').query)).toEqual({
      ...NO_FIELDS,
      all: 'troops',
      none: 'rain',
      phrase: 'of the',
      from: '2020-03-01',
      to: '2020-03-31',
    });
  });
});

const TEXTS = ['troops', 'OR', 'L’Armée', '3,000', '“front” and', 'title:x', '-rain', '(', '~5', '停火 协议', 'می‌شود', '*', '  '];

testRandomly('what a form writes is read as it was meant, and goes back into the form', 500, (random) => {
  const text = () => random.list(random.below(3), () => random.pick(TEXTS)).join(' ');
  const fields = Object.fromEntries(Object.keys(NO_FIELDS).map((name) => [name, text()])) as unknown as QueryFields;
  const day = () => random.pick(['', '2020-03-05', '2021-01-01']);
  const typed = write({ ...fields, within: '7', from: day(), to: day() });
  const { query, notes } = readQuery(typed);
  expect(notes).toEqual([]);
  const again = readFields(query);
  if (again === undefined) return;
  const written = writeFields(again);
  expect(readFields(readQuery(written).query), typed).toEqual(again);
  expect(written.length).toBe(typed.length);
});
