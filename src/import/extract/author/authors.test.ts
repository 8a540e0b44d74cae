import { expect, test } from 'vitest';
import { headRegion } from '../page/head-region.ts';
import { openPage } from '../page/page.ts';
import { findAuthors } from './authors.ts';

function authorsOf(below: string): readonly string[] | undefined {
  const page = openPage({ html: `<h1>Bridge shut until spring</h1>${below}` });
  const h1 = page.elements.find(({ tagName }) => tagName === 'h1');
  return findAuthors({ page, node: undefined, region: headRegion(page, h1), publishers: [] })?.value;
}

test('a line by the headline', () => {
  expect(authorsOf('<div>By <strong>Jane Doe</strong></div>')).toEqual(['Jane Doe']);
});

test.each([
  '<ul><li><a href="/x">Ferry in ice</a> <span>By Jane Doe</span></li></ul>',
  '<div class="related-stories"><h4>Ferry in ice</h4><div>By Jane Doe</div></div>',
  '<div>By clicking “Submit”, you agree to the <a href="/p">Privacy Policy</a> of Jane Doe</div>',
])('no author of another article or party to a notice: %s', (html) => {
  expect(authorsOf(html)).toBeUndefined();
});
