import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Puts each table into a region of its own that scrolls, by keyboard too, so that a wide one does not widen the page.
 * `align`, which HTML has given up, becomes `data-align` for the style sheet.
 */
export function tables(tree: Root): void {
  visit(tree, 'element', ({ properties }) => {
    if (properties.align === undefined) return;
    properties.dataAlign = properties.align;
    delete properties.align;
  });
  let number = 0;
  visit(tree, 'element', (node, at, parent) => {
    // A long line of code scrolls by keyboard, too.
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    if (node.tagName !== 'table' || at === undefined || parent === undefined) return;
    number += 1;
    const region: Element = { type: 'element', tagName: 'div', properties: { role: 'region', ariaLabel: `Table ${number}`, tabIndex: 0 }, children: [node] };
    parent.children[at] = region;
    return SKIP;
  });
}
