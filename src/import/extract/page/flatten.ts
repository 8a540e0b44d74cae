import type { DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Parent = DefaultTreeAdapterMap['parentNode'];

/** How deep elements stay nested. Browsers stop at 512; what walks the tree by recursion needs several calls for each. */
const DEEPEST = 250;

/** Lifts what is nested deeper than a page ever needs, in the order of the page, as browsers do. Without recursion. */
export function flatten(document: Parent): void {
  const stack: { node: Parent; depth: number }[] = [{ node: document, depth: 0 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth } = top;
    if (depth >= DEEPEST) lift(node);
    else for (const child of node.childNodes) if (isParent(child)) stack.push({ node: child, depth: depth + 1 });
    // What a template holds is not on the page.
    if ('content' in node) node.content.childNodes = [];
  }
}

/** Makes all leaves below a node its own children. */
function lift(node: Parent): void {
  const leaves: Node[] = [];
  const stack: Node[] = node.childNodes.toReversed();
  for (let each = stack.pop(); each !== undefined; each = stack.pop()) {
    if (isParent(each) && each.childNodes.length > 0) for (const child of each.childNodes.toReversed()) stack.push(child);
    else leaves.push(each);
  }
  node.childNodes = leaves as typeof node.childNodes;
  for (const leaf of leaves) if ('parentNode' in leaf) leaf.parentNode = node;
}

function isParent(node: Node): node is Node & Parent {
  return 'childNodes' in node;
}
