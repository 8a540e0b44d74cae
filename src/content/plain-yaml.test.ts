import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { testRandomly } from '../../tests/support/random.ts';
import { readPlainYaml } from './plain-yaml.ts';

test('what most entries have at their top is read', () => {
  const yaml =
    `# Imported.\ntitle: "Zwei Worte: eins"\nsource: the-herald\ndate: 2020-03-05\ntopics: [syria, "north, west"]\nauthors:\n  - Jane Doe\n  - "O'Neil"\nplaces: []\nsourceUrl: https://herald.example/a?b=1\n`.replace(
      '?b=1',
      '',
    );
  expect(readPlainYaml(yaml)).toEqual(parse(yaml));
  expect(Object.keys(readPlainYaml(yaml) as object)).toHaveLength(7);
});

test.each([
  'title: a: b',
  'title: a # b',
  'a: &x b',
  'a: *x',
  'a: !b c',
  'a: |\n  b',
  '__proto__: b',
  'a: 1',
  'a: 0o17',
  "a: 'b'",
  'a: "\\u0041"',
  'a:\tb',
  'a: {b: c}',
  '"a": b',
  'a: ~',
])('what may be read in other ways is left to others: %j', (yaml) => {
  expect(readPlainYaml(yaml)).toBeUndefined();
});

const PIECES =
  'a title date null true True no on yes NaN .inf 2020-03-05 2020-13-45 2020-03-05T18:20:00Z 2020-03-05T18:20 “c”,d! e?f% &g… "b" "b, c" "x: y" [ ] [a, b] [] , : # - ( ) https://a.example/b \' ’ é ß 。 \u0301 \u00a0 \u2028 \ufeff / . – x-y'.split(
    ' ',
  );
const ENDS = [': ', ':', '\n', '\n  - ', '\n- ', '\n  ', ' ', ', ', '\n# '];

testRandomly('what is read is what YAML says', 20_000, (random) => {
  const yaml = random.list(1 + random.below(8), () => random.pick(PIECES) + random.pick(ENDS)).join('');
  const read = readPlainYaml(yaml);
  if (read !== undefined) expect(parse(yaml, { stringKeys: true, uniqueKeys: true })).toEqual(read);
});
