import type { Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { cutAtWord } from '../archive/cut.ts';
import { isPlain } from './plain-blocks.ts';
import { toPlainText } from './plain-text.ts';
import { toTree } from './processor.ts';

/** How long an excerpt may be, in characters. */
const EXCERPT_LENGTH = 180;

// A browser stops at twice as many elements within one another; the stack of a program may end before.
const DEEPEST = 250;
const MARKS = /[<>*_[+-]|\d[.)]/g;

/**
 * How a text begins, in plain words, cut at a word: its first paragraph of some length.
 * Undefined where quotations, lists or elements are nested deeper than can be shown.
 */
export function excerpt(body: string): string | undefined {
  if ((body.match(MARKS)?.length ?? 0) > DEEPEST && isTooDeep(body)) return undefined;
  for (const block of body.split(/\n[ \t]*\n/).slice(0, 8)) {
    if (/^\s*(#|\||```|~~~|!\[|\[\^|<(figure|img|table|iframe))/.test(block)) continue;
    const start = block.slice(0, 2000);
    const words = (isPlain(start.trim()) ? start : textOf(toTree(withReferences(start, body)))).replaceAll(/\s+/g, ' ').trim();
    if (words.length >= 25) return cutAtWord(words, EXCERPT_LENGTH);
  }
  return cutAtWord(toPlainText(body.slice(0, 4000)).replaceAll(/\s+/g, ' '), EXCERPT_LENGTH);
}

/** A block with what it refers to at the end of the text: link definitions follow it, footnote numbers go. */
function withReferences(block: string, body: string): string {
  if (!block.includes('[') || !body.includes(']:')) return block;
  const definitions = body.match(/^ {0,3}\[(?!\^)[^\]\n]+\]:.*$/gm) ?? [];
  const words = block.replaceAll(/\[\^[^\]\s]+\]/g, (mark) => (body.includes(`${mark}:`) ? '' : mark));
  return `${words}\n\n${definitions.join('\n')}`;
}

function isTooDeep(body: string): boolean {
  try {
    let level: Nodes[] = [toTree(body)];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > DEEPEST) return true;
      level = level.flatMap((node) => ('children' in node ? node.children : []));
    }
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
