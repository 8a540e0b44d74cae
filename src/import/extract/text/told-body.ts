import type { Element, Root } from 'hast';
import type { JsonObject } from '../page/json.ts';
import { text } from '../page/main-article.ts';
import { parseHtml } from '../page/parse-html.ts';
import { wordsOf } from './lines.ts';

/** Words from which on an `articleBody` is a text and not its beginning. */
const LEAST = 80;

/**
 * The text that a page tells machines in its JSON-LD, as paragraphs. Few pages have one, and it is often shorter or
 * longer than what is printed; where the page itself holds next to nothing, it is all there is.
 */
export function toldBody(node: JsonObject | undefined): Root | undefined {
  const body = text(node?.articleBody);
  if (body === undefined || wordsOf(body).length < LEAST) return undefined;
  if (/<(?:p|br|div)\b/i.test(body)) return parseHtml(body);
  const paragraphs = body.split(/\s*\n\s*|(?<=[.!?]["”’]?) {3,}/).filter((line) => line.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.map((line): Element => ({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: line.trim() }] })),
  };
}
