import type { JsonObject, JsonValue } from './json.ts';
import { isObject, list } from './json.ts';
import { isArticle } from './json-ld.ts';

/** What of a page its article is known by. */
export interface Known {
  url: string | undefined;
  /** Headlines that the page gives, any of which may be the article's. */
  headlines: readonly string[];
}

/**
 * The JSON-LD node of the page's own article. Pages describe others too, as related or as parts of a live blog: the one
 * with the page's address or headline is its own, else the outermost.
 */
export function mainArticle(nodes: readonly JsonObject[], { url, headlines }: Known): JsonObject | undefined {
  const articles = nodes.filter(isArticle);
  const known = new Set(headlines.map(plain));
  const score = (node: JsonObject): number => Number(isAt(node, url)) + 2 * Number(known.has(plain(text(node.headline) ?? text(node.name) ?? '')));
  const best = articles.toSorted((a, b) => score(b) - score(a))[0];
  return best;
}

function isAt(node: JsonObject, url: string | undefined): boolean {
  const page = node.mainEntityOfPage;
  const said = [node.url, node['@id'], ...list(page).map((each) => (isObject(each) ? (each['@id'] ?? each.url) : each))];
  return url !== undefined && said.some((each) => typeof each === 'string' && bare(each) === bare(url));
}

function bare(address: string | undefined): string | undefined {
  return address
    ?.replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** A headline without its punctuation, case and spaces. */
export function plain(headline: string): string {
  return headline
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** A string, or the first of many. */
export function text(value: JsonValue | undefined): string | undefined {
  const [first] = list(value);
  if (typeof first === 'string' && first.trim() !== '') return first.trim();
  return isObject(first) && typeof first['@value'] === 'string' ? first['@value'] : undefined;
}

/** Follows a reference (`{"@id": …}`) to the node that tells most; itself where it leads nowhere. One step, so circles end. */
export function resolve(value: JsonValue, nodes: readonly JsonObject[]): JsonValue {
  if (!isObject(value) || typeof value['@id'] !== 'string' || Object.keys(value).some((key) => !key.startsWith('@'))) return value;
  const id = value['@id'];
  return nodes.filter((node) => node['@id'] === id).toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? value;
}
