import type { Finding, FoundArticle } from '../found.ts';
import { list } from './page/json.ts';
import { isArticle } from './page/json-ld.ts';
import { absolute, openPage, type Page, type SavedPage } from './page/page.ts';
import { elements, textOf } from './page/tree.ts';
import { articleText } from './text/article-text.ts';
import { weigh } from './weigh/weigh.ts';

/**
 * Takes the article out of a saved page; `undefined` where the page holds no text that could be one.
 * Nothing runs and nothing is fetched. Throws `UnreadablePage` for a page too large or too deep to be taken apart.
 */
export function extractPage(saved: SavedPage): FoundArticle | undefined {
  const page = openPage(saved);
  const title = headline(page);
  const { markdown: text } = articleText(page, title === undefined ? [] : [title.value]);
  if (text === '') return undefined;
  return { text, headline: title, date: date(page), address: address(page), keywords: [], doubts: [] };
}

function headline(page: Page): Finding<string> | undefined {
  const h1 = elements(page.tree)
    .filter((each) => each.tagName === 'h1')
    .map(textOf);
  const said = [
    ...h1.map((value) => ({ value, witness: 'h1', kind: 'printed', trust: 0.84 })),
    ...(page.metas.get('og:title') ?? []).map((value) => ({ value, witness: 'meta og:title', kind: 'meta', trust: 0.8 })),
  ];
  return weigh(said, (value) => value);
}

function date(page: Page): Finding<string> | undefined {
  const said = [
    ...page.jsonLd
      .filter(isArticle)
      .flatMap((node) => list(node.datePublished))
      .map((value) => ({ value: String(value), witness: 'json-ld', kind: 'json-ld', trust: 0.9 })),
    ...(page.metas.get('article:published_time') ?? []).map((value) => ({ value, witness: 'meta article:published_time', kind: 'meta', trust: 0.94 })),
  ].filter(({ value }) => /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/.test(value));
  return weigh(said, (value) => value.slice(0, 10));
}

function address(page: Page): Finding<string> | undefined {
  const said = [
    ...(page.links.get('canonical') ?? []).map((value) => ({ value: absolute(value, page.base), witness: 'link canonical', kind: 'link', trust: 0.97 })),
    { value: page.url, witness: 'input', kind: 'input', trust: 0.9 },
  ].filter((each): each is typeof each & { value: string } => each.value !== undefined);
  return weigh(said, (value) => value);
}
