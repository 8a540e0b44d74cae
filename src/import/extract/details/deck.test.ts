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

// Sites call their first paragraph “lead” or “intro”, and describe the article with it.
test('not a first paragraph, whatever it is called', () => {
  expect(deckOf(DECK, `<div class="lead"><p>${DECK}</p></div>${TEXT}`)).toBeUndefined();
  expect(deckOf(DECK, `<div><p>${DECK}</p></div>${TEXT}`)).toBeUndefined();
});
