import type { Finding, FoundArticle } from '../found.ts';
import { findAuthors } from './author/authors.ts';
import { findDates } from './date/dates.ts';
import { findHeadline, siteNames } from './headline/headline.ts';
import { findLanguage, withCountry } from './language/language.ts';
import { mainArticle } from './page/main-article.ts';
import { absolute, openPage, type Page, type SavedPage } from './page/page.ts';
import { articleText } from './text/article-text.ts';
import { weigh } from './weigh/weigh.ts';

/**
 * Takes the article out of a saved page; `undefined` where the page holds no text that could be one.
 * Nothing runs and nothing is fetched. Throws `UnreadablePage` for a page too large or too deep to be taken apart.
 */
export function extractPage(saved: SavedPage): FoundArticle | undefined {
  const page = openPage(saved);
  const { finding: headline, element } = findHeadline(page);
  const { markdown: text } = articleText(page, headline === undefined ? [] : [headline.value]);
  if (text === '') return undefined;
  const node = mainArticle(page.jsonLd, { url: page.url, headlines: headline === undefined ? [] : [headline.value] });
  const language = findLanguage(page, node);
  const reading = { language: withCountry(language?.value ?? 'en', page.url) };
  const { date, updated } = findDates({ page, node, headline: element, reading });
  const authors = findAuthors({ page, node, headline: element, publishers: siteNames(page) });
  return { text, headline, authors, date, updated, language, address: address(page), keywords: [], doubts: [] };
}

function address(page: Page): Finding<string> | undefined {
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
