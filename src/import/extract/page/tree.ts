import type { Element, Nodes, Parents, Root } from 'hast';
import { remembering } from '../memo.ts';

/** What stands in an attribute, as text: `class="a b"` is `a b`. Empty where the element has no such attribute. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || typeof value === 'boolean' ? '' : String(value);
}

/** Class, id and test hook of an element: what its author calls it. */
export function nameOf(element: Element): string {
  return [attribute(element, 'className'), attribute(element, 'id'), attribute(element, 'dataTestId'), attribute(element, 'dataTestid')]
    .filter((each) => each !== '')
    .join(' ');
}

/** The same in words: `articleShare__bar` is `article share bar`. */
export function spelledName(element: Element): string {
  return spelled(nameOf(element));
}

/** Names that are kept spelled out. */
const MOST_NAMES = 10_000;
const spelled = remembering(MOST_NAMES, spell);

function spell(name: string): string {
  return (
    name
      // Classes that are style sheets themselves (“[&_.newsletter]:hidden”) say nothing of what an element is.
      .replaceAll(/\S*[[\](){}&]\S*/g, ' ')
      .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
      .replaceAll(/[-_:./\d]+/g, ' ')
      .toLowerCase()
  );
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'select', 'textarea', 'button']);
const BLOCKS = new Set(
  'address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul video'.split(
    ' ',
  ),
);

/** Whether an element starts a line of its own. */
export function isBlock(node: Element): boolean {
  return BLOCKS.has(node.tagName);
}

/** Whether an element holds nothing that a reader sees as text. */
export function isSilent(node: Nodes): boolean {
  return node.type === 'element' && SILENT.has(node.tagName);
}

/** The visible text below a node in one line; blocks are told apart by a space. */
export function textOf(node: Nodes): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts.join('').replaceAll(/\s+/g, ' ').trim();
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value);
  else if ('children' in node && !isSilent(node)) {
    const gap = node.type === 'element' && isBlock(node) ? ' ' : '';
    parts.push(gap);
    for (const child of node.children) collect(child, parts);
    parts.push(gap);
  }
}

/** The visible text below a node where it has at most so many characters, else `undefined`; what is longer is not read to its end. */
export function shortTextOf(node: Nodes, most: number): string | undefined {
  const parts: string[] = [];
  let left = most * 3;
  const read = (each: Nodes): boolean => {
    if (each.type === 'text') {
      parts.push(each.value);
      left -= each.value.trim().length;
    } else if ('children' in each && !isSilent(each)) {
      const gap = each.type === 'element' && isBlock(each) ? ' ' : '';
      parts.push(gap);
      if (!each.children.every((child) => left > 0 && --left > 0 && read(child))) return false;
      parts.push(gap);
    }
    return left > 0;
  };
  if (!read(node)) return undefined;
  const text = parts.join('').replaceAll(/\s+/g, ' ').trim();
  return text.length <= most ? text : undefined;
}

/** Every element in the order of the page. */
export function elements(tree: Root | Element): Element[] {
  const found: Element[] = [];
  const walk = (node: Root | Element): void => {
    if (node.type === 'element') found.push(node);
    for (const child of node.children) if (child.type === 'element') walk(child);
  };
  walk(tree);
  return found;
}

/** A copy of a tree whose elements can be moved and renamed; lists in attributes are shared. */
export function copyOf(tree: Root): Root {
  return { ...tree, children: tree.children.map(copyOfNode) };
}

function copyOfNode<Node extends Nodes>(node: Node): Node {
  if (node.type === 'element') return { ...node, properties: { ...node.properties }, children: node.children.map(copyOfNode) };
  return { ...node };
}

/** Removes the elements that a test picks, and all they hold. */
export function removeElements(tree: Parents, test: (element: Element, parent: Parents) => boolean): void {
  tree.children = tree.children.filter((child) => {
    if (child.type !== 'element') return true;
    if (test(child, tree)) return false;
    removeElements(child, test);
    return true;
  }) as typeof tree.children;
}

/** The parent of each element. */
export function parentsOf(tree: Root | Element): Map<Element, Parents> {
  const parents = new Map<Element, Parents>();
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      parents.set(child, parent);
      walk(child);
    }
  };
  walk(tree);
  return parents;
}
