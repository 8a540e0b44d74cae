import { describe, expect, test } from 'vitest';
import { testRandomly } from '../../tests/support/random.ts';
import { placeFormerIds } from './former-ids.ts';
import { paragraphIdsOf, renderText } from './processor.ts';

/** Where former ids lead, as `old→now`. */
const led = (versions: readonly string[], now: string) =>
  [
    ...placeFormerIds(
      versions.map((version) => version.split(' ')),
      now.split(' ').filter((id) => id !== ''),
    ),
  ]
    .flatMap(([to, ids]) => ids.map((id) => `${id}→${to}`))
    .sort();

describe('the id of a paragraph', () => {
  test.each([
    ['that was edited leads to what it became', ['a b c'], 'a x c', ['b→x']],
    ['that was edited first or last', ['a b c'], 'x b y', ['a→x', 'c→y']],
    ['that was deleted leads to what followed it', ['a b c'], 'a c', ['b→c']],
    ['that was deleted at the end leads to what went before', ['a b c'], 'a b', ['c→b']],
    ['that was divided leads to its first part', ['a b c'], 'a x y c', ['b→x']],
    ['of two that were joined leads to the whole', ['a b c d'], 'a x d', ['b→x', 'c→x']],
    ['of three that were edited leads to the one in its place', ['a b c d e'], 'a x y z e', ['b→x', 'c→y', 'd→z']],
    ['that was edited twice leads to the last', ['a b c', 'a x c'], 'a y c', ['b→y', 'x→y']],
    ['that was edited, while others came before it', ['a b c', 'n a x c'], 'm n a x c', ['b→x']],
    ['that came back is its own again', ['a b c', 'a c'], 'a b c', []],
    ['that was moved stays where it is', ['a b c d'], 'c a b d', []],
    ['of a text that was written anew leads to where it would be', ['a b c d'], 'w x', ['a→w', 'b→w', 'c→x', 'd→x']],
    ['of a text without paragraphs leads to its beginning', ['a b'], '', ['a→', 'b→']],
  ])('%s', (_, versions, now, expected) => {
    expect(led(versions, now)).toEqual(expected);
  });

  testRandomly('is never lost, and never there twice', 200, (random) => {
    const version = () => random.shuffle('abcdefghij'.split('')).slice(0, 1 + random.below(9));
    const versions = random.list(1 + random.below(6), version);
    const now = version();
    const places = placeFormerIds(versions, now);
    const former = [...new Set(versions.flat())].filter((id) => !now.includes(id));
    expect([...places.values()].flat().sort()).toEqual(former.sort());
    for (const to of places.keys()) expect(now).toContain(to);
  });
});

describe('on the page', () => {
  const site = { href: (path: string) => path, imageHosts: [] };
  const render = (before: string, now: string) => renderText(now, site, [paragraphIdsOf(before)]).html.replaceAll('\n', '');
  const [one, two, three] = paragraphIdsOf('One.\n\nTwo.\n\nThree.');

  test('is an empty mark in the paragraph that it leads to', () => {
    const [, other] = paragraphIdsOf('One.\n\nOther.');
    expect(render('One.\n\nTwo.', 'One.\n\nOther.')).toContain(
      `<p id="${other}"><a href="#${other}" aria-label="Paragraph 2"></a><span id="${two}"></span>Other.</p>`,
    );
  });

  test('stands before a table, which holds no marks', () => {
    expect(render('One.', '| a |\n| - |\n| b |')).toMatch(new RegExp(`<span id="${one}"></span><table id=`));
  });

  test('stands at the beginning where there is no paragraph', () => {
    expect(render('One.\n\nTwo.', '<div>Words</div>')).toMatch(new RegExp(`^<span id="${one}"></span><span id="${two}"></span><div`));
  });

  test('does not change a word', () => {
    const html = render('One.\n\nTwo.\n\nThree.\n\n- a\n- b', '- c\n- d\n\nThree.');
    expect(html.replaceAll(/<[^>]*>/g, '')).toBe('cdThree.');
    for (const id of [one, two]) expect(html).toContain(`<span id="${id}"></span>`);
    expect(html.split(`id="${three}"`)).toHaveLength(2);
  });

  test('links of the text to it still lead there', () => {
    const before = paragraphIdsOf('Old words.\n\nMore.');
    expect(renderText(`New words, [see](#${before[0]}).\n\nMore.`, site, [before]).html).toContain(`<a href="#${before[0]}">see</a>`);
  });
});
