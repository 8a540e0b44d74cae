import type { Element, Nodes, Root } from 'hast';
import { isBlock } from '../page/tree.ts';
import type { Extracts } from './engines.ts';
import { linesOf, shinglesOf, wordsOf } from './lines.ts';

/** Share of a line's shingles that the other engine's text must have. Measured on 181 news pages. */
const ENOUGH = 0.8;

/**
 * The text that both engines vouch for: Readability's lines that Defuddle has too. Where they agree on less than
 * half, one of them has missed the article, and Defuddle seldom does. Measured on 181 news pages: F1 0.966 against 0.957 and 0.936 alone.
 */
export function agreedText({ readability, defuddle }: Extracts): Root | undefined {
  if (readability === undefined || defuddle === undefined) return readability ?? defuddle;
  const other = evidenceOf(defuddle);
  const own = lengthOf(readability);
  const kept = keepLines(structuredClone(readability), other);
  if (lengthOf(kept) >= own / 2) return kept;
  return lengthOf(defuddle) < own / 2 ? readability : defuddle;
}

interface Evidence {
  lines: ReadonlySet<string>;
  shingles: ReadonlySet<string>;
}

function evidenceOf(tree: Root): Evidence {
  const lines = linesOf(tree).map(wordsOf);
  return { lines: new Set(lines.map((words) => words.join(' '))), shingles: new Set(shinglesOf(lines.flat())) };
}

function isVouched(line: string, { lines, shingles }: Evidence): boolean {
  const words = wordsOf(line);
  const own = shinglesOf(words);
  if (own.length === 0) return lines.has(words.join(' '));
  return own.filter((each) => shingles.has(each)).length >= own.length * ENOUGH;
}

function lengthOf(tree: Root): number {
  return linesOf(tree).reduce((sum, line) => sum + wordsOf(line).length, 0);
}

/** Takes the blocks out of a tree whose lines are not vouched for. */
function keepLines(tree: Root, evidence: Evidence): Root {
  const prune = (parent: Root | Element): void => {
    parent.children = parent.children.filter((child) => {
      if (child.type !== 'element') return child.type === 'text';
      if (child.children.some(holdsBlock)) {
        prune(child);
        return true;
      }
      const lines = isBlock(child) ? linesOf(child) : [];
      return lines.length === 0 || lines.some((line) => isVouched(line, evidence));
    }) as typeof parent.children;
  };
  prune(tree);
  return tree;
}

function holdsBlock(node: Nodes): boolean {
  return node.type === 'element' && (isBlock(node) ? node.tagName !== 'br' : node.children.some(holdsBlock));
}
