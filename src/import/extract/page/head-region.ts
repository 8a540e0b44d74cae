import type { Element } from 'hast';
import type { Page } from './page.ts';
import { shortTextOf } from './tree.ts';

/** Elements before the headline that may belong to it: a date or section printed above. */
const BEFORE = 30;
/** At least and at most so many after it; in between, up to the first paragraphs of the text. */
const LEAST = 80;
const MOST = 500;
const INTO_TEXT = 20;
/** Characters from which on a paragraph is one of the text. */
const PARAGRAPH = 240;

/** Where an article's headline, deck, byline and date are printed, as indexes into the page's elements. */
export interface HeadRegion {
  from: number;
  /** Index of the headline; -1 where none is printed, and the region is the whole page. */
  at: number;
  to: number;
}

export function headRegion(page: Page, headline: Element | undefined): HeadRegion {
  const at = headline === undefined ? -1 : page.elements.indexOf(headline);
  if (at < 0) return { from: 0, at, to: page.elements.length };
  let to = at + LEAST;
  for (let index = at + 1; index < Math.min(page.elements.length, at + MOST); index++) {
    const element = page.elements[index];
    if (element?.tagName !== 'p' || shortTextOf(element, PARAGRAPH) !== undefined) continue;
    to = Math.max(to, index + INTO_TEXT);
    break;
  }
  return { from: at - BEFORE, at, to };
}

/** Whether an element of a page, by its index, lies in the region. */
export function liesIn({ from, to }: HeadRegion, index: number): boolean {
  return index >= from && index <= to;
}
