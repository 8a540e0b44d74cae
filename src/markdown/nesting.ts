import type { Element, ElementContent, Root, RootContent } from 'hast';
import { BLOCKS } from './blocks.ts';

// Lines of their own that hold no block.
const LINES = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre']);

// What marks words within a line. Insertions and deletions are not here, for they may go around blocks; a link may, too,
// but a paragraph holds the link to itself, and no link may stand in another.
const MARKS = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'dfn',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
]);

// Transparent: what they hold decides what they are.
const MAY_HOLD_BLOCKS = new Set(['del', 'ins']);

// Lists, and what an entry of theirs is.
const ENTRIES: Record<string, readonly string[]> = { ul: ['li'], ol: ['li'], dl: ['dd', 'dt'] };

// What may only stand directly in these.
const HOMES: Record<string, readonly string[]> = { li: ['ul', 'ol'], dt: ['dl'], dd: ['dl'], figcaption: ['figure'], summary: ['details'] };

// What names something, and so holds no heading.
const HEADS = new Set(['address', 'dt', 'th']);

/**
 * Puts into place what raw HTML has where HTML does not allow it, and a browser shows all the same: blocks between
 * the entries of a list, or within a heading or a mark. Every word stays, in its order.
 */
export function nesting(tree: Root): void {
  tree.children = tree.children.flatMap((child) => mended(child)) as RootContent[];
  astray(tree);
}

/** A node with everything below it in place; several where it had to be divided. */
function mended<Node extends RootContent | ElementContent>(node: Node): (Node | ElementContent)[] {
  if (node.type !== 'element') return [node];
  node.children = node.children.flatMap((child) => mended(child)) as ElementContent[];
  if (node.tagName in ENTRIES) node.children = entries(node);
  if (MARKS.has(node.tagName) && node.children.some(isBlock)) return divided(node, (block) => around(node, block));
  if (LINES.has(node.tagName) && node.children.some(isBlock)) return divided(node, (block) => [block]);
  return [node];
}

/** Makes plain blocks of parts that stand outside their whole, such as an entry in no list, and of headings in what is one. */
function astray(parent: Root | Element, isHead = false): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const homes = HOMES[child.tagName];
    if (homes !== undefined && !(parent.type === 'element' && homes.includes(parent.tagName))) child.tagName = 'div';
    if (isHead && /^h[1-6]$/.test(child.tagName)) child.tagName = 'div';
    astray(child, isHead || HEADS.has(child.tagName));
  }
}

/** A list's children: what is no entry goes to the end of the one before it. */
function entries({ tagName, children }: Element): ElementContent[] {
  const names = ENTRIES[tagName] ?? [];
  const done: ElementContent[] = [];
  for (const child of children.flatMap((each) => ungrouped(each, names))) {
    const last = done.findLast((each) => each.type === 'element');
    if (isSpace(child) || isOneOf(child, names)) done.push(child);
    else if (last?.type === 'element' && last.tagName !== 'dt') last.children.push(child);
    else done.push({ type: 'element', tagName: names[0] ?? 'li', properties: {}, children: [child] });
  }
  return done;
}

/** The entries that a group in a definition list holds; any other node as it is. */
function ungrouped(node: ElementContent, names: readonly string[]): ElementContent[] {
  const isGroup = node.type === 'element' && node.tagName === 'div' && node.children.every((child) => isSpace(child) || isOneOf(child, names));
  return isGroup ? node.children : [node];
}

function isOneOf(node: ElementContent, names: readonly string[]): boolean {
  return node.type === 'element' && names.includes(node.tagName);
}

/** An element as several: its words in copies of it, its blocks between them. Only the first keeps the id. */
function divided(element: Element, place: (block: Element) => ElementContent[]): ElementContent[] {
  const done: ElementContent[] = [];
  let words: ElementContent[] = [];
  const close = () => {
    if (words.every(isSpace)) done.push(...words);
    else done.push(copy(element, words));
    words = [];
  };
  for (const child of element.children) {
    if (!isBlock(child)) {
      words.push(child);
      continue;
    }
    close();
    done.push(...place(child));
  }
  close();
  keepId(element, done);
  return done;
}

/** A block whose words carry the mark that stood around it. */
function around(mark: Element, block: Element): ElementContent[] {
  // A place for a link, or nothing at all: there is nothing to carry.
  if ((mark.tagName === 'span' || mark.tagName === 'a') && Object.keys(mark.properties).every((name) => name === 'id')) return [block];
  if (block.tagName in ENTRIES || /^(?:table|thead|tbody|tfoot|tr|colgroup)$/.test(block.tagName)) {
    for (const child of block.children) if (child.type === 'element') around(mark, child);
  } else if (!/^(?:hr|col)$/.test(block.tagName) && !block.children.every(isSpace)) {
    block.children = block.children.some(isBlock) ? divided(copy(mark, block.children), (inner) => around(mark, inner)) : [copy(mark, block.children)];
  }
  return [block];
}

function copy({ tagName, properties: { id, ...properties } }: Element, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { ...properties }, children };
}

/** Lets links still find what has been divided. */
function keepId({ properties: { id } }: Element, parts: ElementContent[]): void {
  const first = parts.find((part) => part.type === 'element');
  if (id === undefined || first === undefined) return;
  if (first.properties.id === undefined) first.properties.id = id;
  else parts.unshift({ type: 'element', tagName: 'span', properties: { id }, children: [] });
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && (BLOCKS.has(node.tagName) || (MAY_HOLD_BLOCKS.has(node.tagName) && node.children.some(isBlock)));
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() === '' : node.type === 'comment';
}
