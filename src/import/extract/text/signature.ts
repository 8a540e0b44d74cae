import type { Element, Root } from 'hast';
import { textOf } from '../page/tree.ts';
import { leafBlocks } from './blocks.ts';
import { wordsOf } from './lines.ts';

/** Blocks at the end of a text among which it is looked for, and the most words that one has. */
const END = 4;
const MOST = 120;

/** What is said of an author, and not by one: “… is a reporter in Rome”, “… may be reached at”. */
const SAID_OF = /^(?:is|was|has|writes|covers|reports|works|lives|can|may|joined|is the|on|follow|est|ist|es|è)$/;

/** The blocks at the end of a text that tell who wrote it, beginning with a name of an author, or are that name alone. */
export function signature(tree: Root, authors: readonly string[]): Set<Element> {
  const names = authors.map((author) => wordsOf(author)).filter((name) => name.length > 1);
  const gone = new Set<Element>();
  const blocks = leafBlocks(tree).filter((block) => textOf(block) !== '');
  for (const block of blocks.slice(Math.max(1, blocks.length - END)).toReversed()) {
    const words = wordsOf(textOf(block));
    const name = names.find((each) => each.every((word, at) => words[at] === word));
    const isOf = name !== undefined && (words.length === name.length || SAID_OF.test(words[name.length] ?? ''));
    if (!isOf || words.length > MOST) break;
    gone.add(block);
  }
  return gone;
}
