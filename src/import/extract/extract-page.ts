import type { Finding, FoundArticle } from '../found.ts';
import { findAuthors } from './author/authors.ts';
import { findDates } from './date/dates.ts';
import { datelineOf } from './details/dateline.ts';
import { findDeck } from './details/deck.ts';
import { leadPicture } from './details/picture.ts';
import { findPublisher } from './details/publisher.ts';
import { rightsOf } from './details/rights.ts';
import { keywordsOf, sectionOf } from './details/subjects.ts';
import { findHeadline, siteNames } from './headline/headline.ts';
import { findLanguage, withCountry } from './language/language.ts';
import { headRegion } from './page/head-region.ts';
import { mainArticle } from './page/main-article.ts';
import { absolute, openPage, type Page, type SavedPage } from './page/page.ts';
import { articleText } from './text/article-text.ts';
import { picturesIn, withoutPicture } from './text/pictures.ts';
import { toMarkdown } from './text/to-markdown.ts';
import { toldBody } from './text/told-body.ts';
import { weigh } from './weigh/weigh.ts';

/**
 * Takes the article out of a saved page; `undefined` where the page holds no text that could be one.
 * Nothing runs and nothing is fetched. Throws `UnreadablePage` for a page too large or too deep to be taken apart.
 */
export function extractPage(saved: SavedPage): FoundArticle | undefined {
  const page = openPage(saved);
  const { finding: headline, element } = findHeadline(page);
  const node = mainArticle(page.jsonLd, { url: page.url, headlines: headline === undefined ? [] : [headline.value] });
  const region = headRegion(page, element);
  const deck = findDeck(page, region, node);
  const language = findLanguage(page, node);
  const reading = { language: withCountry(language?.value ?? 'en', page.url) };
  const printed = [headline?.value, deck?.value].filter((each) => each !== undefined);
  const authors = findAuthors({ page, node, region, publishers: siteNames(page) });
  const { tree, pictures, doubts, notes } = articleText(page, { lines: printed, authors: authors?.value ?? [], reading }, toldBody(node));
  const picture = leadPicture(page, node, pictures, picturesIn(tree));
  const text = toMarkdown(withoutPicture(tree, picture?.src));
  if (text === '') return undefined;
  return {
    text,
    headline,
    deck,
    authors,
    ...findDates({ page, node, region, reading }),
    language,
    publisher: findPublisher(page, node),
    address: findAddress(page),
    section: sectionOf(page, node),
    keywords: keywordsOf(page, node),
    dateline: datelineOf(text),
    rights: rightsOf(page, node),
    picture,
    doubts,
    notes,
  };
}

/** The address that the page gives its article, held against where it was. */
function findAddress(page: Page): Finding<string> | undefined {
  const said = [
    ...(page.links.get('canonical') ?? []).map((value) => ({
      value: absolute(value, page.base),
      witness: 'link canonical',
      origin: 'system' as const,
      trust: 0.97,
    })),
    { value: page.url, witness: 'input', origin: 'input' as const, trust: 0.9 },
  ].flatMap((each) => (each.value === undefined ? [] : [{ ...each, value: each.value }]));
  return weigh(said, (value) => value);
}
