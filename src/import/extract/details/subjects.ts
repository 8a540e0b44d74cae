import type { JsonObject, JsonValue } from '../page/json.ts';
import { isObject, list } from '../page/json.ts';
import { plain, text } from '../page/main-article.ts';
import type { Page } from '../page/page.ts';
import { attribute, textOf } from '../page/tree.ts';

/** Keywords beyond these are for search engines. */
const MOST = 20;
const LONGEST = 60;

/** The section that an article stood in. */
export function sectionOf(page: Page, node: JsonObject | undefined): string | undefined {
  const said = [
    text(list(node?.articleSection).at(-1)),
    ...['article:section', 'parsely-section', 'sailthru.section', 'section', 'cxenseparse:section', 'dc.subject.section'].map(
      (name) => page.metas.get(name)?.[0],
    ),
  ];
  return said.map((each) => each?.trim()).find((each) => each !== undefined && each !== '' && each.length <= LONGEST && !/^https?:/.test(each));
}

/** What an article is said to be about: the first source that says anything, the most careful first. */
export function keywordsOf(page: Page, node: JsonObject | undefined): string[] {
  const sources: (() => string[])[] = [
    () => page.metas.get('article:tag')?.slice() ?? [],
    () => page.metas.get('news_keywords')?.flatMap(split) ?? [],
    () => list(node?.keywords).flatMap(keyword),
    () => page.elements.filter((each) => /\btag\b/.test(attribute(each, 'rel'))).map(textOf),
    () => list(node?.about).flatMap(keyword),
    () => [...(page.metas.get('parsely-tags') ?? []), ...(page.metas.get('sailthru.tags') ?? [])].flatMap(split),
    () => page.metas.get('keywords')?.flatMap(split) ?? [],
  ];
  for (const source of sources) {
    const found = clean(source());
    if (found.length > 0) return found;
  }
  return [];
}

function keyword(value: JsonValue): string[] {
  if (typeof value === 'string') return split(value);
  return isObject(value) && typeof value.name === 'string' ? [value.name] : [];
}

function split(value: string): string[] {
  return value.split(/\s*[,;|،、，]\s*/);
}

function clean(found: readonly string[]): string[] {
  const seen = new Set<string>();
  return found
    .map((each) =>
      each
        .replace(/^[\w-]+:(?=\S)/, '')
        .replace(/^#/, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((each) => each !== '' && each.length <= LONGEST && plain(each) !== '' && !seen.has(plain(each)) && seen.add(plain(each)) !== undefined)
    .slice(0, MOST);
}
