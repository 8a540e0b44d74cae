import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Makes emphasis that Markdown can write: no space just inside it, none within its like, none that begins or ends
 * in the middle of a word next to a mark. Otherwise letters would have to be written as references (`&#x74;`).
 */
export function writableEmphasis(tree: Root): void {
  visit(tree, (node) => {
    if ('children' in node && node.children.some(isInline)) node.children = settle(node.children as PhrasingContent[], undefined) as typeof node.children;
  });
}

type Emphasis = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>;

function isInline(node: { type: string }): boolean {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}

function settle(children: readonly PhrasingContent[], within: string | undefined): PhrasingContent[] {
  const done: PhrasingContent[] = [];
  for (const child of children) {
    if (!isInline(child)) {
      push(done, 'children' in child && child.type === 'link' ? { ...child, children: settle(child.children, within) as typeof child.children } : child);
      continue;
    }
    const emphasis = child as Emphasis;
    const inner = settle(emphasis.children, emphasis.type);
    if (within !== undefined || inner.length === 0) for (const each of inner) push(done, each);
    else for (const each of outdented({ ...emphasis, children: inner })) push(done, each);
  }
  return done.flatMap((node, at) => (isInline(node) && !isWritable(node as Emphasis, done[at - 1], done[at + 1]) ? (node as Emphasis).children : [node]));
}

/** Joins a node to the last where they are of one kind. */
function push(done: PhrasingContent[], node: PhrasingContent): void {
  const last = done.at(-1);
  if (last?.type === 'text' && node.type === 'text') last.value += node.value;
  else if (last !== undefined && isInline(last) && last.type === node.type) (last as Emphasis).children.push(...(node as Emphasis).children);
  else if (node.type !== 'text' || node.value !== '') done.push(node.type === 'text' ? { ...node } : node);
}

/** Moves space, and line breaks, at the ends of emphasis out of it. */
function outdented(emphasis: Emphasis): PhrasingContent[] {
  const children = emphasis.children.map((child) => (child.type === 'text' ? { ...child } : child));
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  while (children[0]?.type === 'break') before.push(children.shift() as PhrasingContent);
  while (children.at(-1)?.type === 'break') after.unshift(children.pop() as PhrasingContent);
  const [first] = children;
  const last = children.at(-1);
  if (first?.type === 'text') {
    const space = /^\s+/.exec(first.value)?.[0] ?? '';
    first.value = first.value.slice(space.length);
    if (space !== '') before.push({ type: 'text', value: ' ' });
  }
  if (last?.type === 'text') {
    const space = /\s+$/.exec(last.value)?.[0] ?? '';
    last.value = last.value.slice(0, last.value.length - space.length);
    if (space !== '') after.unshift({ type: 'text', value: ' ' });
  }
  const kept = children.filter((child) => child.type !== 'text' || child.value !== '');
  return kept.length === 0 ? [...before, ...after] : [...before, { ...emphasis, children: kept }, ...after];
}

/** CommonMark's rule for what may open and close emphasis. */
function isWritable(emphasis: Emphasis, before: PhrasingContent | undefined, after: PhrasingContent | undefined): boolean {
  const inside = lettersOf(emphasis);
  return isFlank(inside.at(0), lettersOf(before).at(-1)) && isFlank(inside.at(-1), lettersOf(after).at(0));
}

function isFlank(inner: string | undefined, outer: string | undefined): boolean {
  if (inner === undefined || /\s/u.test(inner)) return false;
  return !/[\p{P}\p{S}]/u.test(inner) || outer === undefined || /[\s\p{P}\p{S}]/u.test(outer);
}

function lettersOf(node: PhrasingContent | undefined): string[] {
  if (node === undefined || node.type === 'break') return [];
  if ('value' in node) return [...node.value];
  // A link begins with a bracket, a picture with a mark.
  return node.type === 'link' || node.type === 'image' ? ['['] : 'children' in node ? node.children.flatMap(lettersOf) : [];
}
