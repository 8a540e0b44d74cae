import { describe, expect, test } from 'vitest';
import { extractPage } from './extract-page.ts';
import { UnreadablePage } from './page/parse-html.ts';

const SENTENCE = 'The committee met on Tuesday to discuss the new budget, and several members said that the plan needed more work.';
const ARTICLE = `<h1>Budget sent back</h1>${`<p>${SENTENCE}</p>`.replace('new', 'first')}<p>Nothing else was on the agenda, so that everybody was home by nine, which had not happened since the spring of last year.</p><p>A second meeting is planned for the week after next, when the treasurer will be back from her holidays in the north.</p>`;

describe('a page made to do harm still gives its article', () => {
  test.each([
    ['nested 900 deep', '<div class="byline date">'.repeat(900) + ARTICLE],
    ['nested inline elements', `<p>${'<b><i>'.repeat(900)}x</p>${ARTICLE}`],
    ['NUL bytes and lone surrogates', `<p>\0\ud800</p>${ARTICLE}\udfff`],
    ['a huge attribute', `<p title="${'x'.repeat(2_000_000)}"></p>${ARTICLE}`],
    ['200,000 classes', `<div class="${'a-b '.repeat(200_000)}">${ARTICLE}</div>`],
    [
      'circular references',
      `<script type="application/ld+json">{"@type":"NewsArticle","@id":"#a","author":{"@id":"#a"},"publisher":{"@id":"#a"},"image":{"@id":"#a"}}</script>${ARTICLE}`,
    ],
    ['JSON nested 100,000 deep', `<script type="application/ld+json">${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}</script>${ARTICLE}`],
    ['a title of separators', `<title>${' | - '.repeat(100_000)}</title>${ARTICLE}`],
    ['an author of commas', `<meta name="author" content="${'A B, '.repeat(100_000)}">${ARTICLE}`],
    ['a byline of spaces', `<div class="byline">By${' '.repeat(100_000)}x</div>${ARTICLE}`],
    ['templates in templates', `${'<template>'.repeat(900)}${'</template>'.repeat(900)}${ARTICLE}`],
    ['a picture of megabytes', `<img src="data:image/png;base64,${'A'.repeat(4_000_000)}">${ARTICLE}`],
    ['a srcset without end', `<img srcset="${'a.jpg 1w, '.repeat(100_000)}">${ARTICLE}`],
  ])('%s', (_, html) => {
    expect(extractPage({ html, url: 'https://a.example/x' })?.text).toContain('A second meeting is planned');
  });
});

describe('a page that cannot be taken apart is refused', () => {
  test.each([
    ['nested 100,000 deep', '<div>'.repeat(100_000)],
    ['nested formatting', '<span>'.repeat(100_000)],
    ['a tag of 100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=">"`).join(' ')}>`],
    ['a million elements', '<br>'.repeat(1_000_000)],
    ['a text of 20 million characters', `<p>${'word '.repeat(4_000_000)}`],
  ])('%s', (_, html) => {
    expect(() => extractPage({ html })).toThrow(UnreadablePage);
  });
});

test('a page without a text gives nothing', () => {
  for (const html of ['', '<html></html>', '<frameset><frame src=x></frameset>', '\0']) expect(extractPage({ html })).toBeUndefined();
});

test('nothing of a page runs, and no script or active address reaches the text', () => {
  const html = `${ARTICLE}<p>A third meeting is not planned, whatever <a href="javascript:alert(1)">some members</a> may say about it <img src=x onerror=alert(1)> in public.</p><script>globalThis.touched = true</script>`;
  const found = extractPage({ html, url: 'https://a.example/x' });
  expect('touched' in globalThis).toBe(false);
  expect(found?.text).toContain('whatever some members may say');
  expect(found?.text).not.toMatch(/javascript:|onerror|<script/);
});
