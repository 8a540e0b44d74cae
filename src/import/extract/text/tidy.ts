import type { Element, Parents, Root } from 'hast';
import { type Reading, readPrintedDate } from '../../date/printed-date.ts';
import { attribute, elements, parentsOf, removeElements, textOf } from '../page/tree.ts';
import { appendix, isHeading } from './appendix.ts';
import { isAside, isCallForMore, isLabelAlone } from './asides.ts';
import { leafBlocks } from './blocks.ts';
import { wordsOf } from './lines.ts';
import { orphans } from './orphans.ts';
import { repeats } from './repeats.ts';
import { signature } from './signature.ts';

/** What is printed above a text, and kept elsewhere. */
export interface Above {
  lines: readonly string[];
  authors: readonly string[];
  reading: Reading;
}

/** Share of a block that links may make up before it is a list of links. */
const ALL_LINKS = 0.9;
/** Blocks at the beginning of a text among which headline, deck, byline and date are looked for. */
const BEGINNING = 6;
/** Characters of a line that may be an aside. */
const LONGEST = 800;
/** Words of a line that gives the date of an article and little else. */
const DATE_LINE = 14;

/** Words of a byline with titles, place and date. */
const BYLINE = 25;
/** Words from which on a block is a paragraph of the text. */
const PARAGRAPH = 20;
const BY = /^(?:by|von|par|por|di|door|av|af|автор|текст|oleh|autor|author|بقلم|作者|記者|记者)[\s:：]/iu;
const SENTENCE = /[.!?。]["”’»]?$/u;

/** Takes from a chosen text what is not part of it though it stands in it. */
export function tidy(tree: Root, above: Above): void {
  for (const find of [appendix, repeats, (each: Root) => lines(each, above), orphans, (each: Root) => signature(each, above.authors), emptyHeadings]) {
    const gone = find(tree);
    removeElements(tree, (element) => gone.has(element));
  }
  withoutEmpty(tree);
}

/** Takes out of a text the boxes that hold nothing. */
export function withoutEmpty(tree: Root): void {
  removeElements(tree, isEmpty);
}

function lines(tree: Root, above: Above): Set<Element> {
  const parents = parentsOf(tree);
  const blocks = leafBlocks(tree).filter((block) => textOf(block) !== '');
  const printed = above.lines.map(plain).filter((each) => each !== '');
  const gone = new Set<Element>();
  let begun = false;
  blocks.forEach((block, at) => {
    const line = textOf(block);
    const words = wordsOf(line).length;
    begun ||= words >= PARAGRAPH && !isByline(line, words);
    if (['td', 'th', 'pre'].includes(block.tagName) || line.length > LONGEST || isQuoted(block, parents)) return;
    const next = blocks[at + 1];
    if (
      isAside(line, words) ||
      (isCallForMore(line, words) && (isLinks(block) || isHeading(block) || isLinks(next))) ||
      (isLabelAlone(line) && !isHeading(block)) ||
      isLinkAlone(block, parents.get(block)) ||
      (at < BEGINNING && repeatsAbove(line, printed, words)) ||
      (!begun && (isByline(line, words) || isDateLine(line, words, above.reading)))
    ) {
      gone.add(block);
    }
  });
  return gone;
}

/** Whether a block stands in a quotation, whose words are kept whatever they ask for. */
function isQuoted(block: Element, parents: ReadonlyMap<Element, Parents>): boolean {
  for (let each: Parents | undefined = block; each?.type === 'element'; each = parents.get(each)) if (each.tagName === 'blockquote') return true;
  return false;
}

function plain(line: string): string {
  return wordsOf(line).join(' ');
}

function repeatsAbove(line: string, printed: readonly string[], words: number): boolean {
  const own = plain(line);
  return printed.some((each) => each === own || (words >= 5 && each.includes(own)));
}

function isDateLine(line: string, words: number, reading: Reading): boolean {
  return words <= DATE_LINE && (DATED.test(line) || (!SENTENCE.test(line) && readPrintedDate(line, reading) !== undefined));
}

/** “Updated on September 19 at 3:15 p.m.” */
const DATED =
  /^(?:(?:first|last) )?(?:updated?|published|posted|modified|aktualisiert|ver[öo]ffentlicht|publi[ée]|mis [àa] jour|actualizado|publicado|atualizado|aggiornato|pubblicato|bijgewerkt|gepubliceerd|обновлено|опубликовано)(?!\p{L}).{0,40}\p{Nd}/iu;

function isByline(line: string, words: number): boolean {
  return words <= BYLINE && BY.test(line) && !SENTENCE.test(line);
}

function shareOfLinks(block: Element): number {
  const linked = linksOf(block).reduce((sum, each) => sum + textOf(each).length, 0);
  return linked / Math.max(textOf(block).length, 1);
}

function linksOf(block: Element): Element[] {
  return elements(block).filter(({ tagName }) => tagName === 'a');
}

function isLinks(block: Element | undefined): boolean {
  return block !== undefined && shareOfLinks(block) > 0.4;
}

/** “IN TEXAS: ”, “VIDEO: ” */
const LABELLED = /^\p{Lu}[\p{Lu}\d &'’-]{1,30}:\s/u;
const SHELF = /\/(?:tags?|topics?|categor(?:y|ies)|keywords?|authors?|themes?|thema|hashtag)\//i;

/** A paragraph or list item that is one link and no sentence: the headline of another article, or a tag. */
function isLinkAlone(block: Element, parent: Parents | undefined): boolean {
  if (isHeading(block)) return false;
  const [label = ''] = LABELLED.exec(textOf(block)) ?? [];
  if (shareOfLinks(block) < ALL_LINKS * (1 - label.length / Math.max(textOf(block).length, 1))) return false;
  const targets = linksOf(block).map((link) => attribute(link, 'href'));
  if (targets.every((target) => SHELF.test(target))) return true;
  return wordsOf(textOf(block)).length >= 4 && (['p', 'div', 'li'].includes(block.tagName) || (parent?.type === 'element' && parent.tagName === 'li'));
}

/** Headings at the end have lost the text below them, or had links alone. */
function emptyHeadings(tree: Root): Set<Element> {
  const blocks = leafBlocks(tree).filter((block) => textOf(block) !== '');
  const last = blocks.findLastIndex((block) => !isHeading(block));
  return new Set(blocks.slice(last + 1));
}

function isEmpty(element: Element): boolean {
  if (['img', 'br', 'hr', 'td', 'th'].includes(element.tagName) || textOf(element).replaceAll(/[\u200b-\u200d\ufeff]/g, '') !== '') return false;
  return !elements(element).some(({ tagName }) => ['img', 'hr', 'td', 'br'].includes(tagName)) || (element.tagName !== 'br' && isBreaks(element));
}

/** Whether an element holds line breaks and nothing else. */
function isBreaks(element: Element): boolean {
  return elements(element).every((each) => each === element || each.tagName === 'br');
}
