import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

// Characters that raw HTML can still name (`&#1;`), and that no feed and no page may hold.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** Puts U+FFFD in the place of characters that cannot be shown, as Markdown itself does for those that it names. */
export function printable(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = node.value.replaceAll(UNPRINTABLE, '\ufffd');
    if (node.type !== 'element') return;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string') node.properties[name] = value.replaceAll(UNPRINTABLE, '\ufffd');
    }
  });
}
