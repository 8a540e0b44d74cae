import type { Element, Root } from 'hast';
import { textOf } from '../page/tree.ts';
import { opensAppendix } from './asides.ts';
import { leafBlocks } from './blocks.ts';
import { wordsOf } from './lines.ts';

/** Share of the text that may follow a heading that opens an appendix. */
const MOST = 0.3;

/** The blocks from a heading such as “Related stories” on, where little follows it. */
export function appendix(tree: Root): Set<Element> {
  const blocks = leafBlocks(tree);
  const lengths = blocks.map((block) => wordsOf(textOf(block)).length);
  const total = lengths.reduce((sum, each) => sum + each, 0);
  let after = 0;
  let cut = blocks.length;
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at];
    after += lengths[at] ?? 0;
    if (after > total * MOST) break;
    if (block !== undefined && (isHeading(block) || isBold(block)) && opensAppendix(textOf(block))) cut = at;
  }
  return new Set(blocks.slice(cut));
}

export function isHeading(block: Element): boolean {
  return /^h[1-6]$/.test(block.tagName);
}

/** A paragraph that is bold from end to end: a subhead of pages that have none. */
function isBold(block: Element): boolean {
  const [only, ...more] = block.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return block.tagName === 'p' && more.length === 0 && only?.type === 'element' && ['b', 'strong'].includes(only.tagName);
}
