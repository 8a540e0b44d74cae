import type { Element, Root, RootContent } from 'hast';
import { BLOCKS } from './blocks.ts';
import { toTree } from './processor.ts';
import { TEXT_ID_PREFIX } from './sanitize.ts';

// What stands on a line of its own.
const LINES = new Set([...BLOCKS, 'br', 'td', 'th', 'tr']);

/** An article's text as plain words, a block a line; what search reads. */
export function toPlainText(body: string): string {
  return flatten(toTree(body))
    .replaceAll(/[ \t]*\n\s*/g, '\n')
    .trim();
}

function flatten(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && isFootnoteMark(node)) return '';
  if (node.type === 'element' && node.tagName === 'img') return String(node.properties.alt ?? '');
  if (!('children' in node)) return '';
  const inner = node.children.map(flatten).join('');
  return node.type === 'element' && LINES.has(node.tagName) ? `\n${inner}\n` : inner;
}

// Its number would run into the word before it; the heading and the way back are the page's words, not the text's.
function isFootnoteMark({ tagName, properties: { href, id } }: Element): boolean {
  return (tagName === 'a' && /^#fn(ref)?-/.test(String(href ?? ''))) || id === `${TEXT_ID_PREFIX}footnote-label`;
}
