import { expect, test } from 'vitest';
import { headRegion } from '../page/head-region.ts';
import { openPage } from '../page/page.ts';
import { findDates } from './dates.ts';

function dateOf(html: string): string | undefined {
  const page = openPage({ html });
  const h1 = page.elements.find(({ tagName }) => tagName === 'h1');
  return findDates({ page, node: undefined, region: headRegion(page, h1), reading: { language: 'en' } }).date?.value.slice(0, 10);
}

test('a day printed in figures is read in the order that the fields know', () => {
  const printed = '<h1>Bridge shut</h1><time>01.09.17</time>';
  expect(dateOf(`<meta property="article:published_time" content="2017-01-09T05:00:00">${printed}`)).toBe('2017-01-09');
  expect(dateOf(printed)).toBe('2017-09-01');
});

test('far from the headline, what is said to be the date of publication goes before others', () => {
  const far = '<p></p>'.repeat(200);
  expect(dateOf(`<h1>Bridge shut</h1>${far}<span class="date">December 9, 2016</span><span class="date">Published December 10, 2016</span>`)).toBe(
    '2016-12-10',
  );
});
