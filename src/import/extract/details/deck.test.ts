import { expect, test } from 'vitest';
import { headRegion } from '../page/head-region.ts';
import { openPage } from '../page/page.ts';
import { findDeck } from './deck.ts';

const DECK = 'Two of its four bearings have worn through, and nobody has spare ones.';
const TEXT = `<article>${'<div><p>The board voted on Tuesday evening to close the old swing bridge for eleven weeks.</p></div>'.repeat(3)}</article>`;

function deckOf(description: string, below: string): string | undefined {
  const page = openPage({ html: `<meta property="og:description" content="${description}"><h1>Bridge shut</h1>${below}` });
  const h1 = page.elements.find(({ tagName }) => tagName === 'h1');
  return findDeck(page, headRegion(page, h1), undefined)?.value;
}

test('what is named so, or a subhead right below the headline', () => {
  expect(deckOf('', `<p class="standfirst">${DECK}</p>${TEXT}`)).toBe(DECK);
  expect(deckOf('', `<h2>${DECK}</h2>${TEXT}`)).toBe(DECK);
});

test('also where it stands among the paragraphs of the text', () => {
  const among = (above: string): string =>
    `<article>${above}${`<p>${'The board voted on Tuesday evening to close the bridge. '.repeat(4)}</p>`.repeat(3)}</article>`;
  expect(deckOf('', among(`<p>By A. Poe</p><p class="standfirst">${DECK}</p>`))).toBe(DECK);
  expect(deckOf('', among(`<h2 class="subtitle">${DECK}</h2>`))).toBe(DECK);
  expect(deckOf('', among(`<h3 class="subhead">${DECK}</h3>`))).toBe(DECK);
  expect(deckOf(DECK, among(`<h2>${DECK}</h2>`))).toBe(DECK);
});

test('not a subhead of the text, nor what stands below its first paragraph', () => {
  const text = `<p>${'The board voted on Tuesday evening to close the bridge. '.repeat(4)}</p>`;
  expect(deckOf('', `<article><h2>${DECK}</h2>${text.repeat(3)}</article>`)).toBeUndefined();
  expect(deckOf(DECK, `<article><p>${'The board voted. '.repeat(40)}</p><h2 class="subtitle">${DECK}</h2>${text.repeat(3)}</article>`)).toBeUndefined();
  expect(deckOf('', `<article><p class="entry-summary">${DECK}</p>${text.repeat(3)}</article>`)).toBeUndefined();
});

// Sites call their first paragraph “lead” or “intro”, and describe the article with it.
test('not a first paragraph, whatever it is called', () => {
  expect(deckOf(DECK, `<div class="lead"><p>${DECK}</p></div>${TEXT}`)).toBeUndefined();
  expect(deckOf(DECK, `<div><p>${DECK}</p></div>${TEXT}`)).toBeUndefined();
});
