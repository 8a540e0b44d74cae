import { Element } from 'linkedom';
import { expect, test } from 'vitest';
import { type Random, testRandomly } from '../../../../tests/support/random.ts';
import { openDocument } from './documents.ts';

const NAMES = ['div', 'p', 'a', 'span', 'ul', 'li'];
const WORDS = ['ad', 'share-bar', 'post', 'x1', 'Body'];
const SIMPLE = [
  ...NAMES,
  '*',
  ...WORDS.flatMap((each) => [`.${each}`, `#${each}`, `a.${each}`]),
  '[role]',
  'a[class*="a"]',
  '[id^="x"]',
  '[id="X1" i]',
  '[class~="POST" i]',
];
const MORE = ['', '', '.post', ':not(.ad)', ':first-child', ':has(a)', ':not(:has(p))', ':is(p, .ad)', '[role="main" i]', '[class~="post"]', '[title!="b"]'];

function selector(random: Random): string {
  const compound = () => random.pick(SIMPLE) + random.pick(MORE);
  return [compound(), ...random.list(random.below(3), () => random.pick([' ', ' > ', ' + ', ' ~ ']) + compound())].join('');
}

function page(random: Random, depth = 0): string {
  const name = random.pick(NAMES);
  const classes = WORDS.filter(() => random.below(3) === 0).join(' \n');
  const given = `${classes && ` class="${classes}"`}${random.pick(['', ` id="${random.pick(WORDS)}"`])}${random.pick(['', ' role="main"', ' role="MAIN"'])}`;
  const inner = random.list(depth > 4 ? 0 : random.below(4), () => page(random, depth + 1));
  return `<${name}${given}>${inner.join('t')}</${name}>`;
}

/** How linkedom itself answers: its own methods lie one prototype beyond those that stand before them. */
const asItIs = Object.getPrototypeOf(Element.prototype) as Pick<globalThis.Element, 'querySelectorAll'>;

testRandomly('a list of selectors picks what linkedom picks, also after the page has changed', 200, (random) => {
  const { body } = openDocument(`<!doctype html><html><body>${page(random)}${page(random)}</body></html>`);
  const list = random.list(1 + random.below(8), () => selector(random)).join(', ');
  for (let round = 0; round < 2; round++) {
    const picked = [...asItIs.querySelectorAll.call(body, list)];
    expect([...body.querySelectorAll(list)], list).toEqual(picked);
    expect(body.querySelector(list)).toBe(picked[0] ?? null);
    for (const each of body.querySelectorAll('*')) expect(each.matches(list)).toBe(picked.includes(each));
    for (const each of body.querySelectorAll('[class]')) each.classList.toggle('ad');
  }
});

test('what is no selector picks nothing', () => {
  const { body } = openDocument('<!doctype html><html><body><p id="fn:0">A note.</p></body></html>');
  expect(body.querySelector('#fn:0')).toBeNull();
  expect([...body.querySelectorAll('p, ]')]).toEqual([]);
  expect(body.querySelector('#fn\\:0')?.textContent).toBe('A note.');
});
