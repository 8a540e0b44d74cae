import type { Element, ElementContent, Nodes, Root } from 'hast';
import { isBlock, textOf } from '../page/tree.ts';

/** Whether an element holds others that start lines of their own. */
export function holdsBlocks(node: Nodes): boolean {
  return 'children' in node && node.children.some((child) => child.type === 'element' && ((isBlock(child) && child.tagName !== 'br') || holdsBlocks(child)));
}

/**
 * Gives every piece of text a block of its own: text that stands loose between blocks becomes a paragraph,
 * and so does what old pages part by two line breaks.
 */
export function paragraphs(node: Root | Element): void {
  for (const child of node.children) if (child.type === 'element') paragraphs(child);
  const parted = node.children.some((child, at) => isBreak(child) && breaksAgain(node.children, at));
  if (holdsBlocks(node) || (parted && !(node.type === 'element' && node.tagName === 'pre'))) {
    node.children = wrapRuns(node.children as ElementContent[]);
    if (node.type === 'element' && node.tagName === 'p') node.tagName = 'div';
  }
}

function wrapRuns(children: readonly ElementContent[]): ElementContent[] {
  const done: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (run.some((each) => textOf(each) !== '' || isPicture(each))) done.push({ type: 'element', tagName: 'p', properties: {}, children: run });
    run = [];
  };
  children.forEach((child, at) => {
    if (isBreak(child) && breaksAgain(children, at)) close();
    else if (child.type === 'element' && child.tagName !== 'br' && (isBlock(child) || holdsBlocks(child))) {
      close();
      done.push(child);
    } else if (child.type !== 'comment') run.push(child);
  });
  close();
  return done;
}

function isBreak(node: Nodes): boolean {
  return node.type === 'element' && node.tagName === 'br';
}

function isPicture(node: Nodes): boolean {
  return node.type === 'element' && (['img', 'picture', 'video'].includes(node.tagName) || node.children.some(isPicture));
}

/** Whether the break at an index has another beside it, with only space between. */
function breaksAgain(children: readonly Nodes[], at: number): boolean {
  const isSpace = (node: Nodes | undefined): boolean => node !== undefined && (node.type === 'comment' || (node.type === 'text' && node.value.trim() === ''));
  let next = at + 1;
  while (isSpace(children[next])) next++;
  let before = at - 1;
  while (isSpace(children[before])) before--;
  return [children[next], children[before]].some((each) => each !== undefined && isBreak(each));
}

/** Blocks that hold no other, in the order of the page. */
export function leafBlocks(node: Root | Element): Element[] {
  const found: Element[] = [];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (holdsBlocks(child)) found.push(...leafBlocks(child));
    else if (isBlock(child) || textOf(child) !== '') found.push(child);
  }
  return found;
}
