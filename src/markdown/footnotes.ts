import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { TEXT_ID_PREFIX } from './sanitize.ts';

/**
 * Takes out of the text what the pipeline put into it for footnotes: the heading above them and the
 * arrows back, which the style sheet draws. What is left are the text's own words.
 */
export function footnotes(tree: Root): void {
  visit(tree, 'element', (node, at, parent) => {
    if (node.properties.id === `${TEXT_ID_PREFIX}footnote-label` && parent !== undefined && at !== undefined) {
      parent.children.splice(at, 1);
      return at;
    }
    if (isWayBack(node)) {
      node.children = [];
      node.properties.ariaLabel = 'Back to the text';
    }
    return undefined;
  });
}

function isWayBack(node: Element): boolean {
  const { href } = node.properties;
  return node.tagName === 'a' && typeof href === 'string' && href.startsWith('#fnref-');
}
