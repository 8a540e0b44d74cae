import { describe, expect, test } from 'vitest';
import { attribute, named, render, textOf } from '../../tests/support/html.ts';
import { testRandomly } from '../../tests/support/random.ts';
import { idOf } from './paragraph-ids.ts';

/** The ids of a text's paragraphs, by their words. */
const idsOf = (paragraphs: readonly string[]) => named(render(paragraphs.join('\n\n')).all, 'p').map((each) => [textOf(each), attribute(each, 'id')] as const);

describe('ids', () => {
  // Published: these must never change.
  test.each([
    ['Ankara has threatened to attack Syrian forces', 'pbr24apt'],
    ['نص', 'p0ngdq80'],
    ['Un caf\u00e9 noir', 'ptkkdb1s'],
    ['', 'prmg8cre'],
  ])('of “%s” is %s', (words, id) => {
    expect(idOf(words)).toBe(id);
  });

  test('come from the words alone: composed, white space folded', () => {
    const id = idOf('Un café noir');
    expect(idOf(' Un  cafe\u0301\nnoir ')).toBe(id);
    expect(idOf('Un cafe noir')).not.toBe(id);
    expect(idOf('un café noir')).not.toBe(id);
    expect(attribute(named(render('Un *café* [noir](https://a.example/)').all, 'p')[0], 'id')).toBe(id);
  });

  testRandomly('stay when other paragraphs are added, removed or moved', 60, (random) => {
    const all = random.list(12, (at) => `Paragraph ${at}, ${random.pick(['short', 'long'])}`);
    const before = new Map(idsOf(all));
    const after = idsOf(random.shuffle([...all.slice(random.below(6)), 'One more.', '# And a heading', '> Quoted.']));
    for (const [words, id] of after) if (before.has(words)) expect(id).toBe(before.get(words));
  });

  test('of equal paragraphs are numbered', () => {
    const id = idOf('Again.');
    expect(idsOf(['Again.', 'Other.', 'Again.', '*Again.*']).map(([, each]) => each)).toEqual([id, idOf('Other.'), `${id}-2`, `${id}-3`]);
  });

  testRandomly('are unique, valid and not for the text to choose', 60, (random) => {
    const PIECES = [
      'Again.',
      '# Again.',
      '- Again.',
      '1. Again.\n\n   Again.',
      '> Again.',
      '<p id="main">Again.</p>',
      '<p id="main">x</p>',
      '<div id="a b">x</div>',
      '<li>Again.</li>',
      '| Again. |\n|-|\n| x |',
      '```\nAgain.\n```',
      '[^1]\n\n[^1]: Again.',
      '<dl><dt>Again.</dt><dd>Again.</dd></dl>',
      '<figure><figcaption>Again.</figcaption></figure>',
      '![x](/x.png)',
      `<p id="${idOf('Again.')}">y</p>`,
    ];
    const { all } = render(random.list(8, () => random.pick(PIECES)).join('\n\n'));
    const ids = all.map((each) => attribute(each, 'id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(p[0-9a-hjkmnp-tv-z]{7}(-\d+)?|t-\S+)$/);
  });
});

describe('numbers', () => {
  test('count the paragraphs, and each links to itself without words', () => {
    const { all } = render('# H\n\nOne.\n\n- item\n\n> Two.\n\n<p></p>\n\nThree.');
    const marks = named(all, 'p')
      .map((each) => named(all, 'a').find((link) => link.parentNode === each))
      .filter((mark) => mark !== undefined);
    expect(marks.map((mark) => attribute(mark, 'aria-label'))).toEqual(['Paragraph 1', 'Paragraph 2', 'Paragraph 3']);
    expect(marks.map(textOf)).toEqual(['', '', '']);
    expect(marks.map((mark) => attribute(mark, 'href'))).toEqual(['One.', 'Two.', 'Three.'].map((words) => `#${idOf(words)}`));
  });

  test('a paragraph in a list item or a definition counts, the item around it has no id', () => {
    const { all } = render('- One.\n\n  Two.\n');
    expect(named(all, 'p')).toHaveLength(2);
    expect(attribute(named(all, 'li')[0], 'id')).toBeUndefined();
  });
});

test('headings, items, tables, code and pictures can be linked to as well', () => {
  const { all } = render('## H\n\n- item\n\n| a |\n|-|\n| b |\n\n```\nx\n```\n\n<figure><figcaption>f</figcaption></figure>\n\n<dl><dt>t</dt><dd>d</dd></dl>');
  for (const name of ['h2', 'li', 'table', 'pre', 'figure', 'dt', 'dd'])
    expect([name, attribute(named(all, name)[0], 'id')]).toEqual([name, expect.stringMatching(/^p/)]);
});

test.each(['table', 'figure'])('a %s that brought an id along is still found by it, without a mark where HTML allows none', (name) => {
  const inner = name === 'table' ? '<tr><td>a</td></tr>' : '<figcaption>a</figcaption>b';
  const { html } = render(`[x](#old)\n\n<${name} id="old">${inner}</${name}>`);
  expect(html).toContain('href="#t-old"');
  expect(html).toMatch(new RegExp(`<span id="t-old"></span><${name} id="p`));
});
