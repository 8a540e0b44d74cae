import type { Element, Root } from 'hast';
import { textOf } from '../page/tree.ts';
import { leafBlocks } from './blocks.ts';
import { wordsOf } from './lines.ts';

/** Words from which on a line that stands in another is a copy of it: a pull quote, or a teaser for sharing. */
const LEAST = 5;
/** Blocks with the same beginning that a block is held against; a text has few, and a page made to take time has many. */
const MOST = 20;

/** Blocks whose words stand in another block too: the longer is kept, and of equals the first. */
export function repeats(tree: Root): Set<Element> {
  const blocks = leafBlocks(tree)
    .filter(({ tagName }) => !['td', 'th', 'li', 'pre'].includes(tagName))
    .map((element) => ({ element, words: wordsOf(textOf(element).replace(/\s*(?:…|\.{3,}|\[(?:…|\.{3})\])$/, '')) }))
    .filter(({ words }) => words.length >= LEAST)
    .map(({ element, words }) => ({ element, words, line: ` ${words.join(' ')} ` }));
  const holders = new Map<string, Set<number>>();
  blocks.forEach(({ words }, at) => {
    for (let start = 0; start + LEAST <= words.length; start++) {
      const run = words.slice(start, start + LEAST).join(' ');
      const held = holders.get(run) ?? new Set();
      if (held.size < MOST) holders.set(run, held.add(at));
    }
  });
  const gone = new Set<Element>();
  blocks.forEach(({ element, words, line }, at) => {
    for (const other of holders.get(words.slice(0, LEAST).join(' ')) ?? []) {
      const longer = blocks[other]?.line ?? '';
      if (other !== at && longer.includes(line) && (longer.length > line.length || other < at)) gone.add(element);
    }
  });
  return gone;
}
