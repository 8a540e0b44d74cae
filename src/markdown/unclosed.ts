import type { Html, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

// What begins such an element is read as letters up to its end; without an end, to the end of the text.
const RAW_TEXT = /<(\/?)(iframe|noembed|noframes|plaintext|script|style|svg|template|textarea|title|xmp)(?![^\s/>])/gi;

const FLOW = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/**
 * Shows HTML that is opened and never closed as the letters it is made of: a browser would take all
 * that follows it for a comment, a script or a title, and the text would be lost.
 */
export function showUnclosed(tree: Root): void {
  const found: { node: Html; parent: Parent }[] = [];
  visit(tree, 'html', (node, _at, parent) => {
    if (parent !== undefined) found.push({ node, parent });
  });
  const closedLater = new Set<string>();
  for (const { node, parent } of found.reverse()) {
    const isOpen = hasOpenComment(node.value) || openElements(node.value).some((name) => !closedLater.has(name));
    for (const [, slash, name = ''] of node.value.matchAll(RAW_TEXT)) if (slash === '/') closedLater.add(name.toLowerCase());
    if (!isOpen) continue;
    const letters = { type: 'text', value: node.value } as const;
    parent.children.splice(parent.children.indexOf(node), 1, FLOW.has(parent.type) ? { type: 'paragraph', children: [letters] } : letters);
  }
}

function hasOpenComment(html: string): boolean {
  const rest = html.replaceAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![a-z][^>]*>/gi, '');
  return /<!--|<\?|<!\[CDATA\[|<![a-z]/i.test(rest);
}

/** Names of the raw elements that a piece of HTML opens and does not close itself. */
function openElements(html: string): string[] {
  const open = new Set<string>();
  for (const [, slash, name = ''] of html.matchAll(RAW_TEXT)) {
    if (slash === '') open.add(name.toLowerCase());
    else open.delete(name.toLowerCase());
  }
  return [...open];
}
