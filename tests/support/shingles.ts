import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The words of a Markdown text in their order; pictures and what HTML it holds left out. */
export function wordsOfMarkdown(markdown: string): string[] {
  const parts: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') parts.push(node.value);
    if ('children' in node) for (const child of node.children) walk(child);
    if (!['text', 'emphasis', 'strong', 'link', 'delete'].includes(node.type)) parts.push(' ');
  };
  walk(parser.parse(markdown));
  return parts.join('').match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Precision and recall of one text by runs of four words, each as often as it stands there. */
export interface Overlap {
  precision: number | undefined;
  recall: number | undefined;
}

/** Compares a text with what it should be, as the article extraction benchmark of Scrapinghub does. */
export function overlap(expected: readonly string[], found: readonly string[]): Overlap {
  const wanted = count(expected);
  const given = count(found);
  let both = 0;
  let missed = 0;
  let added = 0;
  for (const [shingle, times] of wanted) {
    both += Math.min(times, given.get(shingle) ?? 0);
    missed += Math.max(0, times - (given.get(shingle) ?? 0));
  }
  for (const [shingle, times] of given) added += Math.max(0, times - (wanted.get(shingle) ?? 0));
  return { precision: both + added === 0 ? undefined : both / (both + added), recall: both + missed === 0 ? undefined : both / (both + missed) };
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const last = Math.max(1, words.length - 3);
  for (let at = 0; at < last; at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Harmonic mean of mean precision and mean recall. */
export function f1(overlaps: readonly Overlap[]): number {
  const mean = (values: readonly (number | undefined)[]): number => {
    const said = values.filter((value) => value !== undefined);
    return said.length === 0 ? 0 : said.reduce((sum, value) => sum + value, 0) / said.length;
  };
  const precision = mean(overlaps.map((each) => each.precision));
  const recall = mean(overlaps.map((each) => each.recall));
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
