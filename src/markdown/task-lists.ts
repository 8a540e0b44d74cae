import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Puts the boxes of a task list back as they are written, `[x]`: a form's field is nothing to read. */
export function taskLists(tree: Root): void {
  visit(tree, 'listItem', (item) => {
    const [first] = item.children;
    if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return;
    first.children.unshift({ type: 'text', value: item.checked ? '[x] ' : '[ ] ' });
    item.checked = null;
  });
}
