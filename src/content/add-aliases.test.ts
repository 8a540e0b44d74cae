import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { testRandomly } from '../../tests/support/random.ts';
import { withAliases } from './add-aliases.ts';

const file = (fields: string, end = '\n') => `---\n${fields}\n---\n\nThe text: [a, b].\n`.replaceAll('\n', end);
const OLD = ['/2020/03/05/old/'];

describe('aliases are added', () => {
  test.each([
    ['where there are none', 'title: A', 'title: A\naliases: [/2020/03/05/old/]'],
    ['to a list on a line', 'aliases: [/a/, /b/] # two\ntitle: A', 'aliases: [/a/, /b/, /2020/03/05/old/] # two\ntitle: A'],
    ['to an empty list', 'aliases: []\ntitle: A', 'aliases: [/2020/03/05/old/]\ntitle: A'],
    ['to a list of lines', 'aliases:\n  - /a/\n  - "/b/" # old\ntitle: A', 'aliases:\n  - /a/\n  - "/b/" # old\n  - /2020/03/05/old/\ntitle: A'],
    ['to a list of lines at the end', 'title: A\naliases:\n- /a/', 'title: A\naliases:\n- /a/\n- /2020/03/05/old/'],
    ['to a list over several lines', 'aliases: [\n  /a/,\n  /b/\n]\ntitle: A', 'aliases: [\n  /a/,\n  /b/, /2020/03/05/old/\n]\ntitle: A'],
  ])('%s', (_, before, after) => {
    expect(withAliases(file(before), OLD)).toBe(file(after));
  });

  test('in the line ends that the file has, behind its byte order mark', () => {
    expect(withAliases(`\ufeff${file('title: A\naliases:\n  - /a/', '\r\n')}`, OLD)).toBe(
      `\ufeff${file('title: A\naliases:\n  - /a/\n  - /2020/03/05/old/', '\r\n')}`,
    );
  });

  test('in quotes where YAML would see more in them than letters', () => {
    const text = withAliases(file('title: A'), ['/2020/03/05/a,-b]/', '/2020/03/05/آتش‌بس/']) ?? '';
    expect(parse(text.split('---\n')[1] ?? '')).toEqual({ title: 'A', aliases: ['/2020/03/05/a,-b]/', '/2020/03/05/آتش‌بس/'] });
  });

  test.each([['aliases: /a/'], ['aliases:'], ['aliases: &x [/a/]\nb: *x'], ['title: [']])('not to %j, which is left to a person', (fields) => {
    expect(withAliases(file(fields), OLD)).toBeUndefined();
  });
});

testRandomly('nothing else is changed', 100, (random) => {
  const fields = random.shuffle([
    'title: "A: b # c"',
    'deck: >-\n  folded\n  text',
    'topics: [x, y]',
    "note: 'it''s'",
    random.pick(['aliases: [/x/]', 'aliases:\n    - /x/\n    - /y/', 'rights: none']),
  ]);
  const before = file(fields.join('\n'), random.pick(['\n', '\r\n']));
  const after = withAliases(before, OLD) ?? '';
  const lost = before.split(/\r?\n/).filter((line) => !after.includes(line.replace(/\]$/, '')));
  expect(lost).toEqual([]);
  expect(after.length - before.length).toBeLessThan(40);
});
