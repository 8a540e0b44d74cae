import { expect, test } from 'vitest';
import { render, textOf } from '../../tests/support/html.ts';
import { testRandomly } from '../../tests/support/random.ts';

const levels = (body: string) =>
  render(body)
    .all.filter(({ tagName }) => /^h\d$/.test(tagName))
    .map(({ tagName }) => Number(tagName[1]));

test.each([
  ['# A', [2]],
  ['#### A', [2]],
  ['# A\n\n# B', [2, 2]],
  ['## A\n\n### B\n\n## C', [2, 3, 2]],
  ['# A\n\n#### B', [2, 3]],
  ['#### A\n\n# B\n\n#### C', [2, 2, 3]],
  ['# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F', [2, 3, 4, 5, 6, 6]],
  ['A\n===\n\nB\n---', [2, 3]],
  ['<h1>A</h1>\n\n<h3>B</h3>', [2, 3]],
  ['# \n\n<h2> </h2>\n\n### B', [2]],
  ['> # A\n\n- ## B', [2, 3]],
])('%j has levels %j', (body, expected) => {
  expect(levels(body)).toEqual(expected);
});

testRandomly('never h1, never a level skipped on the way down, no words lost', 150, (random) => {
  const written = random.list(1 + random.below(10), (at) => [1 + random.below(6), `Heading ${at}`] as const);
  const body = written.map(([level, words]) => (random.below(3) === 0 ? `<h${level}>${words}</h${level}>` : `${'#'.repeat(level)} ${words}`)).join('\n\n');
  const found = levels(body);
  expect(found).toHaveLength(written.length);
  expect(found[0]).toBe(2);
  found.forEach((level, at) => {
    expect(level).toBeGreaterThanOrEqual(2);
    expect(level).toBeLessThanOrEqual((found[at - 1] ?? 1) + 1);
  });
  expect(textOf(render(body).root).split(/\n+/).filter(Boolean)).toEqual(written.map(([, words]) => words));
});
