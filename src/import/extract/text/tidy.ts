import type { Element, Root } from 'hast';
import { elements, parentsOf, removeElements, textOf } from '../page/tree.ts';
import { isAside, isCallForMore, opensAppendix } from './asides.ts';
import { leafBlocks } from './blocks.ts';
import { wordsOf } from './lines.ts';

/** Share of a block that links may make up before it is a list of links. */
const ALL_LINKS = 0.9;
/** Share of the text that may follow a heading that opens an appendix. */
const APPENDIX = 0.3;

/** Takes from a chosen text what is not part of it though it stands in it. `headline` and other lines printed above it go too. */
export function tidy(tree: Root, printedAbove: readonly string[]): void {
  const above = new Set(printedAbove.map(plain).filter((each) => each !== ''));
  cutAppendix(tree);
  const parents = parentsOf(tree);
  const blocks = leafBlocks(tree);
  const gone = new Set<Element>();
  blocks.forEach((block, at) => {
    const line = textOf(block);
    if (line === '' || ['td', 'th'].includes(block.tagName)) return;
    const words = wordsOf(line).length;
    if (words === 0 && /^[\p{P}\p{S}\s]*$/u.test(line) && !/[*#✱⁂]/.test(line)) gone.add(block);
    if (isAside(line, words)) gone.add(block);
    if (isCallForMore(line, words) && (isLinks(block) || isHeading(block) || isLinks(blocks[at + 1]))) gone.add(block);
    if (isRelatedLink(block, parents.get(block))) gone.add(block);
    if (at < 6 && above.has(plain(line))) gone.add(block);
  });
  removeElements(tree, (element) => gone.has(element));
  dropEmptyHeadings(tree);
}

function plain(line: string): string {
  return wordsOf(line).join(' ');
}

function isHeading(block: Element): boolean {
  return /^h[1-6]$/.test(block.tagName);
}

function shareOfLinks(block: Element): number {
  const linked = elements(block)
    .filter(({ tagName }) => tagName === 'a')
    .reduce((sum, each) => sum + textOf(each).length, 0);
  return linked / Math.max(textOf(block).length, 1);
}

function isLinks(block: Element | undefined): boolean {
  return block !== undefined && shareOfLinks(block) > 0.4;
}

/** A paragraph or list item that is one link and no sentence: the headline of another article. */
function isRelatedLink(block: Element, parent: Element | Root | undefined): boolean {
  if (isHeading(block) || shareOfLinks(block) < ALL_LINKS) return false;
  const words = wordsOf(textOf(block)).length;
  if (block.tagName === 'li' || (parent?.type === 'element' && parent.tagName === 'li')) return words >= 4;
  return ['p', 'div', 'h2', 'h3', 'h4'].includes(block.tagName) && words >= 4;
}

/** Cuts the text at a heading such as “Related stories” where little follows it. */
function cutAppendix(tree: Root): void {
  const blocks = leafBlocks(tree);
  const lengths = blocks.map((block) => wordsOf(textOf(block)).length);
  const total = lengths.reduce((sum, each) => sum + each, 0);
  let after = 0;
  let cut = blocks.length;
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at];
    after += lengths[at] ?? 0;
    if (after > total * APPENDIX) break;
    if (block !== undefined && (isHeading(block) || isBold(block)) && opensAppendix(textOf(block))) cut = at;
  }
  const gone = new Set(blocks.slice(cut));
  removeElements(tree, (element) => gone.has(element));
}

/** A paragraph that is bold from end to end: a subhead of pages that have none. */
function isBold(block: Element): boolean {
  const [only, ...more] = block.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return block.tagName === 'p' && more.length === 0 && only?.type === 'element' && ['b', 'strong'].includes(only.tagName);
}

/** Headings with no text below them have lost it, or had links alone. */
function dropEmptyHeadings(tree: Root): void {
  const blocks = leafBlocks(tree).filter((block) => textOf(block) !== '');
  const gone = new Set<Element>();
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at];
    const next = blocks[at + 1];
    if (block !== undefined && isHeading(block) && (next === undefined || (gone.has(next) && at === blocks.length - 1))) gone.add(block);
    else break;
  }
  removeElements(tree, (element) => gone.has(element));
}
