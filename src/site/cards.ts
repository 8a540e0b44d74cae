import type { Archive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { type Addresses, articlePath, sourcePath } from '../archive/permalink.ts';
import type { CardWords } from '../formats/card.ts';

/** Path of the card of the whole archive. */
export const SITE_CARD = '/cards/archive.png';

/** Path of a source's card. */
export function sourceCard(id: string): string {
  return `/cards${sourcePath(id).replace(/\/$/, '')}.png`;
}

/**
 * Path of the card of an article: its own where the publisher wants any (`articleCards`) and the archive is not
 * larger, else that of its source. One each would be a third file of every article.
 */
export function articleCard({ facts, articles }: Archive, { id, source }: Article): string {
  return articles.length <= facts.articleCards ? `/cards${articlePath(id).replace(/\/$/, '')}.png` : sourceCard(source);
}

/** A card that is to be drawn. */
export interface PlannedCard {
  path: string;
  words: CardWords;
}

/** Every card of the site. Where a name is in a script that cards are not set in, the address stands in its place. */
export function planCards(archive: Archive, { absolute }: Addresses): PlannedCard[] {
  const { facts } = archive;
  const host = hostOf(absolute('/'));
  const cards: PlannedCard[] = [{ path: SITE_CARD, words: { names: [facts.title, host], foot: host } }];
  for (const { id, name, url } of archive.sources.values()) {
    cards.push({ path: sourceCard(id), words: { names: [name, ...(url === undefined ? [] : [hostOf(url)]), facts.title, host], foot: host } });
  }
  if (archive.articles.length > facts.articleCards) return cards;
  for (const article of archive.articles) {
    cards.push({ path: articleCard(archive, article), words: { names: [article.title, archive.sources.get(article.source)?.name ?? '', host], foot: host } });
  }
  return cards;
}

function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}
