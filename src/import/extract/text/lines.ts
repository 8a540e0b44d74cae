import type { Nodes } from 'hast';
import { isBlock, isSilent } from '../page/tree.ts';

// Scripts that put no space between words: each character counts as one.
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{N}\p{M}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+/gv;

/** The words of a line, lower-case. */
export function wordsOf(line: string): string[] {
  return line.toLowerCase().match(WORDS) ?? [];
}

/** Runs of four words, by which texts are compared. */
export function shinglesOf(words: readonly string[]): string[] {
  return words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '));
}

/** The lines of text below a node, as a reader sees them: blocks and line breaks end one. */
export function linesOf(node: Nodes): string[] {
  const lines = [''];
  const walk = (each: Nodes): void => {
    if (each.type === 'text') lines[lines.length - 1] += each.value;
    else if ('children' in each && !isSilent(each)) {
      const block = each.type === 'element' && isBlock(each);
      if (block) lines.push('');
      for (const child of each.children) walk(child);
      if (block) lines.push('');
    }
  };
  walk(node);
  return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '');
}
