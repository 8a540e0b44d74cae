import { describe, expect, test } from 'vitest';
import { mostOf } from './most.ts';
import { readQuery } from './read.ts';
import { sayQuery } from './say.ts';

const most = (typed: string) => {
  const query = mostOf(readQuery(typed).query);
  return query && sayQuery(query);
};

describe('most of a query', () => {
  test.each([
    ['a b c', 'at least 2 of “a”, “b”, “c”'],
    ['a "b c" de* title:e', 'at least 3 of “a”, the phrase “b c”, words that begin with “de”, “e” in the headline'],
    ['a b (c OR d)', 'at least 2 of “a”, “b”, (“c” or “d”)'],
    ['a (b c) -d', '(at least 2 of “a”, “b”, “c”), but not “d”'],
    ['a b c lang:fr date:2020', '(at least 2 of “a”, “b”, “c”) and the language “fr” and a date from 2020-01-01 to 2020-12-31'],
  ])('of %s is %s', (typed, said) => expect(most(typed)).toBe(said));

  test.each(['', 'a', 'a b', 'a OR b OR c', 'a b -c', 'a lang:fr source:x topic:y', '-a -b -c'])('is nothing of %s', (typed) =>
    expect(most(typed)).toBeUndefined(),
  );
});
