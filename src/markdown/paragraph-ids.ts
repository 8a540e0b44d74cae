import { hash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

// What can be linked to and quoted by itself.
const BLOCKS = new Set(['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'table', 'figure', 'dt', 'dd']);

/**
 * Gives each block of the text an id that comes from its own words, so that it stays when others
 * change, and each paragraph an empty link to itself; its number is drawn by the style sheet, so
 * that the text of the page stays the text of the article.
 */
export function paragraphIds(tree: Root): void {
  dropUselessIds(tree);
  const given = new Map<string, number>();
  let number = 0;
  visit(tree, 'element', (node, at, parent) => {
    if (!isLinkable(node)) return;
    const words = textOf(node);
    if (words.trim() === '' && node.tagName === 'p') return;
    const base = idOf(words);
    const seen = (given.get(base) ?? 0) + 1;
    given.set(base, seen);
    const brought = node.properties.id;
    node.properties.id = seen === 1 ? base : `${base}-${seen}`;
    // An id that the text brought along stays reachable through a mark inside the block; tables and figures allow none.
    if (typeof brought === 'string') {
      const mark: Element = { type: 'element', tagName: 'span', properties: { id: brought }, children: [] };
      if (node.tagName !== 'table' && node.tagName !== 'figure') node.children.unshift(mark);
      else if (parent !== undefined && at !== undefined) {
        parent.children.splice(at, 0, mark);
        return at + 2;
      }
    }
    if (node.tagName !== 'p') return;
    number += 1;
    node.children.unshift(linkTo(node.properties.id, number));
    return SKIP;
  });
}

/** Whether a block has an id of its own. A loose list item or a definition holds paragraphs, which have theirs. */
export function isLinkable({ tagName, children }: Element): boolean {
  return BLOCKS.has(tagName) && !children.some((child) => child.type === 'element' && child.tagName === 'p');
}

/** Ids that the text brought along and that no link can mean: the second of two, and those with spaces. */
function dropUselessIds(tree: Root): void {
  const seen = new Set<unknown>();
  visit(tree, 'element', ({ properties }) => {
    if (properties.id === undefined) return;
    if (seen.has(properties.id) || !/^\S+$/.test(String(properties.id))) delete properties.id;
    else seen.add(properties.id);
  });
}

/**
 * Id of a paragraph: `p` and 35 bits of the SHA-256 of its words, in base 32.
 * Words are compared as people do, composed and with white space folded. Published: never change it.
 */
export function idOf(words: string): string {
  const digest = hash('sha256', words.normalize('NFC').replaceAll(/\s+/g, ' ').trim(), 'hex');
  let id = 'p';
  let bits = Number.parseInt(digest.slice(0, 10), 16);
  for (let at = 0; at < 7; at += 1) {
    id += ALPHABET[bits % 32];
    bits = Math.floor(bits / 32);
  }
  return id;
}

// Crockford's: no letter that looks like a digit, and no words.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function linkTo(id: string, number: number): Element {
  return { type: 'element', tagName: 'a', properties: { href: `#${id}`, ariaLabel: `Paragraph ${number}` }, children: [] };
}
