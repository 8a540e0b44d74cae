import { expect, test } from 'vitest';
import { parseHtml } from '../page/parse-html.ts';
import { toMarkdown } from './to-markdown.ts';

test('the caption of a table is a line above it', () => {
  const table = '<table><caption>Costs by <b>year</b></caption><tr><th>Year</th></tr><tr><td>2018</td></tr></table>';
  expect(toMarkdown(parseHtml(`<p>One.</p>${table}`))).toBe('One.\n\nCosts by **year**\n\n| Year |\n| ---- |\n| 2018 |');
});

test.each([
  ['title="The bridge." data-credit="A. Poe"', 'The bridge. A. Poe'],
  ['title="The bridge. A. Poe" data-credit="A. Poe"', 'The bridge. A. Poe'],
  ['data-credit="A. Poe"', 'A. Poe'],
  ['title="The bridge."', 'The bridge.'],
])('the credit of a picture follows its caption: %s', (attributes, title) => {
  expect(toMarkdown(parseHtml(`<p><img src="/a.jpg" alt="" ${attributes}></p>`))).toBe(`![](/a.jpg "${title}")`);
});
