import { expect, test } from 'vitest';
import { archiveOf, facts, makeArticle } from '../../tests/support/make-archive.ts';
import { makeAddresses } from '../archive/permalink.ts';
import { articleCard, planCards, SITE_CARD } from './cards.ts';

const addresses = makeAddresses('https://www.host.example/news/');
const article = makeArticle();
const cards = (articleCards: number) => {
  const archive = archiveOf([article], { facts: { ...facts, articleCards } });
  return { of: articleCard(archive, article), planned: planCards(archive, addresses) };
};

test('one for the archive and one a source; the address stands in where a name cannot be set', () => {
  expect(cards(0)).toEqual({
    of: '/cards/sources/herald.png',
    planned: [
      { path: SITE_CARD, words: { names: ['Test Archive', 'host.example'], foot: 'host.example' } },
      { path: '/cards/sources/herald.png', words: { names: ['The Herald', 'Test Archive', 'host.example'], foot: 'host.example' } },
    ],
  });
});

test('one an article up to the number that the publisher sets', () => {
  expect(cards(1).of).toBe('/cards/2020/03/05/headline.png');
  expect(cards(1).planned.map(({ path }) => path)).toContain('/cards/2020/03/05/headline.png');
});
