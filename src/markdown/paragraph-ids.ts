import { hash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { eachElement } from './elements.ts';

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
  const giveIds = (parent: Root | Element) => {
    for (let at = 0; at < parent.children.length; at += 1) {
      const node = parent.children[at];
      if (node?.type !== 'element') continue;
      const words = isLinkable(node) ? textOf(node) : undefined;
      if (words === undefined || (words.trim() === '' && node.tagName === 'p')) {
        giveIds(node);
        continue;
      }
      const base = idOf(words);
      const seen = (given.get(base) ?? 0) + 1;
      given.set(base, seen);
      const brought = node.properties.id;
      node.properties.id = seen === 1 ? base : `${base}-${seen}`;
      // An id that the text brought along stays reachable through a mark inside the block; tables and figures allow none.
      if (typeof brought === 'string') {
        const mark: Element = { type: 'element', tagName: 'span', properties: { id: brought }, children: [] };
        if (node.tagName !== 'table' && node.tagName !== 'figure') node.children.unshift(mark);
        else {
          parent.children.splice(at, 0, mark);
          at += 1;
        }
      }
      if (node.tagName === 'p') {
        number += 1;
        node.children.unshift(linkTo(node.properties.id, number));
      } else giveIds(node);
    }
  };
  giveIds(tree);
}

/** Whether a block has an id of its own. A loose list item or a definition holds paragraphs, which have theirs. */
export function isLinkable({ tagName, children }: Element): boolean {
  return BLOCKS.has(tagName) && !children.some((child) => child.type === 'element' && child.tagName === 'p');
}

/** Ids that the text brought along and that no link can mean: the second of two, and those with spaces. */
function dropUselessIds(tree: Root): void {
  const seen = new Set<unknown>();
  eachElement(tree, ({ properties }) => {
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
  const composed = words.normalize('NFC');
  // Most white space is a space; to put one for each takes longer than the digest.
  const digest = hash('sha256', (UNFOLDED.test(composed) ? composed.replaceAll(/\s+/g, ' ') : composed).trim(), 'hex');
  let id = 'p';
  let bits = Number.parseInt(digest.slice(0, 10), 16);
  for (let at = 0; at < 7; at += 1) {
    id += ALPHABET[bits % 32];
    bits = Math.floor(bits / 32);
  }
  return id;
}

const UNFOLDED = /[^\S ]| {2}/;

// Crockford's: no letter that looks like a digit, and no words.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function linkTo(id: string, number: number): Element {
  return { type: 'element', tagName: 'a', properties: { href: `#${id}`, ariaLabel: `Paragraph ${number}` }, children: [] };
}
