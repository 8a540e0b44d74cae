import type { Element, Nodes, Parents, Root } from 'hast';
import type { JsonObject } from './json.ts';
import { jsonLdNodes } from './json-ld.ts';
import { parseHtml } from './parse-html.ts';
import { elements as allElements, attribute, parentsOf } from './tree.ts';

/** A saved page, and what is known of where it comes from. */
export interface SavedPage {
  /** Decoded text of the page. */
  html: string;
  /** Address the page was at. */
  url?: string;
  /** When it was saved, an ISO 8601 date-time; relative dates (“2 hours ago”) are counted from it. */
  captured?: string;
}

/** A page taken apart once, for all witnesses to look at. */
export interface Page {
  tree: Root;
  /** Where the page was: as the caller knows, else as it says of itself. Absolute. */
  url?: string;
  /** What relative addresses are relative to. */
  base?: string;
  captured?: string;
  /** `<meta>` by lower-case `name`, `property`, `itemprop` or `http-equiv`, in the order of the page. */
  metas: ReadonlyMap<string, readonly string[]>;
  /** `<link>` by lower-case `rel`. */
  links: ReadonlyMap<string, readonly string[]>;
  /** Nodes of all JSON-LD blocks. */
  jsonLd: readonly JsonObject[];
  /** Elements of the body in the order of the page. */
  elements: readonly Element[];
  parents: ReadonlyMap<Nodes, Parents>;
}

/** Takes a saved page apart. */
export function openPage({ html, url, captured }: SavedPage): Page {
  const tree = parseHtml(html);
  const metas = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const jsonLd: JsonObject[] = [];
  const elements: Element[] = [];
  let base: string | undefined;
  for (const element of allElements(tree)) {
    if (element.tagName === 'meta') {
      for (const name of [attribute(element, 'name'), attribute(element, 'property'), attribute(element, 'itemProp'), attribute(element, 'httpEquiv')]) {
        for (const each of name.toLowerCase().split(/\s+/).slice(0, 4)) add(metas, each, attribute(element, 'content').trim());
      }
    } else if (element.tagName === 'link') {
      for (const rel of attribute(element, 'rel').toLowerCase().split(/\s+/)) add(links, rel, attribute(element, 'href').trim());
    } else if (element.tagName === 'base') base ??= attribute(element, 'href');
    else if (element.tagName === 'script') {
      if (/ld\+json/i.test(attribute(element, 'type')))
        jsonLd.push(...jsonLdNodes(element.children.map((each) => ('value' in each ? each.value : '')).join('')));
    } else elements.push(element);
  }
  const own = absolute(url) ?? absolute(links.get('canonical')?.[0]) ?? absolute(metas.get('og:url')?.[0]);
  return { tree, url: own, base: absolute(base, own) ?? own, captured, metas, links, jsonLd, elements, parents: parentsOf(tree) };
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  if (key === '' || value === '') return;
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** A web address made absolute; `undefined` for what is none, or is not of the web. */
export function absolute(address: string | undefined, base?: string): string | undefined {
  if (address === undefined || address.trim() === '') return undefined;
  const url = URL.parse(address.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
