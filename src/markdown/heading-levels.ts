import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { eachElement } from './elements.ts';

const HEADING = /^h[1-6]$/;

/**
 * Makes the text's headings follow on the headline, which is the page's only `h1`:
 * the highest in the text becomes `h2`, and no level is skipped on the way down. Empty ones go.
 */
export function headingLevels(tree: Root): void {
  let hasHeadings = false;
  eachElement(tree, ({ tagName }) => {
    hasHeadings ||= HEADING.test(tagName);
  });
  if (!hasHeadings) return;
  const headings: Element[] = [];
  visit(tree, 'element', (node, at, parent) => {
    if (!HEADING.test(node.tagName)) return undefined;
    if (node.children.every((child) => child.type === 'text' && child.value.trim() === '') && parent !== undefined && at !== undefined) {
      parent.children.splice(at, 1);
      return at;
    }
    headings.push(node);
    return undefined;
  });
  const levels = [...new Set(headings.map(levelOf))].sort();
  let before = 1;
  for (const heading of headings) {
    const level = Math.min(levels.indexOf(levelOf(heading)) + 2, before + 1, 6);
    heading.tagName = `h${level}`;
    before = level;
  }
}

function levelOf(heading: Element): number {
  return Number(heading.tagName[1]);
}
