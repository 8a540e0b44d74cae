import type { Element, Root } from 'hast';
import { textOf } from '../page/tree.ts';
import { leafBlocks } from './blocks.ts';
import { wordsOf } from './lines.ts';

/** Words from which on a line that stands in another is a copy of it: a pull quote, or a teaser for sharing. */
const LEAST = 5;

/** Blocks whose words stand in another block too: the longer is kept, and of equals the first. */
export function repeats(tree: Root): Set<Element> {
  const blocks = leafBlocks(tree)
    .filter(({ tagName }) => !['td', 'th', 'li', 'pre'].includes(tagName))
    .map((element) => ({ element, words: wordsOf(textOf(element).replace(/\s*(?:…|\.{3,}|\[(?:…|\.{3})\])$/, '')) }))
    .filter(({ words }) => words.length >= LEAST)
    .map(({ element, words }) => ({ element, line: ` ${words.join(' ')} ` }));
  // One string to search in; a line is found at its own place at the latest.
  const whole = blocks.map(({ line }) => line).join('\n');
  const equals = new Set<string>();
  const gone = new Set<Element>();
  let start = 0;
  for (const { element, line } of blocks) {
    const isSecond = equals.has(line);
    equals.add(line);
    const isPart = standsInside(whole, line, 0, start) || standsInside(whole, line, start + line.length, whole.length);
    if (isSecond || isPart) gone.add(element);
    start += line.length + 1;
  }
  return gone;
}

/** Whether a line stands within a longer one, between two places of all lines. */
function standsInside(whole: string, line: string, from: number, to: number): boolean {
  for (let at = whole.indexOf(line, from); at >= 0 && at + line.length <= to; at = whole.indexOf(line, at + 1)) {
    const isAlone = (at === 0 || whole[at - 1] === '\n') && (at + line.length === whole.length || whole[at + line.length] === '\n');
    if (!isAlone) return true;
  }
  return false;
}
