import type { JsonObject, JsonValue } from './json.ts';
import { isObject, list } from './json.ts';

/** Nodes of one block that are read; the largest real graphs have some hundred. */
const MOST = 5_000;

/**
 * The nodes of a JSON-LD block, outermost first: of an array, of a `@graph`, and those that hang on another
 * (`mainEntity`). A block that is not quite JSON, as many are by a line break in a string, is mended where that is safe.
 */
export function jsonLdNodes(source: string): JsonObject[] {
  const parsed = parseLenient(source);
  if (parsed === undefined) return [];
  const nodes: JsonObject[] = [];
  const queue: JsonValue[] = [parsed];
  for (let at = 0; at < queue.length && nodes.length < MOST; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST));
    else if (isObject(value)) {
      nodes.push(value);
      queue.push(...Object.values(value).filter((each) => typeof each === 'object' && each !== null));
    }
  }
  return nodes;
}

function parseLenient(source: string): JsonValue | undefined {
  const bare = source
    .trim()
    .replace(/^(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, '')
    .replace(/;\s*$/, '');
  return (
    parseJson(bare) ??
    parseJson(bare.replaceAll(/[\u0000-\u001f]+/g, ' ')) ??
    parseJson(bare.replaceAll(/[\u0000-\u001f]+/g, ' ').replaceAll(/,\s*([}\]])/g, '$1'))
  );
}

function parseJson(source: string): JsonValue | undefined {
  try {
    return JSON.parse(source) as JsonValue;
  } catch (error) {
    // A page says many things, and this one says nothing that can be read; the other witnesses are heard.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The types of a node without their vocabulary: `NewsArticle`. */
export function typesOf(node: JsonObject): string[] {
  return list(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

const ARTICLES = /^(?:[A-Z]\w*)?(?:Article|Posting|Report|Review)$|^(?:Article|CreativeWork|WebPageArticle|LiveBlogPosting|Recipe|HowTo)$/;

/** Whether a node describes an article. */
export function isArticle(node: JsonObject): boolean {
  return typesOf(node).some((type) => ARTICLES.test(type));
}
