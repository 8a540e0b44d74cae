import type { Element, Parents, Root } from 'hast';
import { attribute, elements, parentsOf, textOf } from '../page/tree.ts';
import { leafBlocks } from './blocks.ts';
import { wordsOf } from './lines.ts';

/** Words from which on a block is a paragraph of the text, and under which it may be anything. */
const PARAGRAPH = 20;
const SHORT = 12;
/** Words of paragraphs that a text must have before its short blocks are held against them. */
const ENOUGH = 100;

/** How many boxes around a paragraph a heading may stand in, and a sentence. */
const NEAR = 2;
const AROUND = 4;
const SENTENCE = /[.!?:…。！？]["”’»)]?$/u;

/**
 * Short blocks that stand in none of the boxes that hold the paragraphs, nor in one like them: labels of buttons,
 * facts beside a review, names under pictures. A list, table or quotation stands for what it holds.
 */
export function orphans(tree: Root): Set<Element> {
  const parents = parentsOf(tree);
  const blocks = leafBlocks(tree).map((element) => ({ element, unit: unitOf(element, parents), words: wordsOf(textOf(element)).length }));
  const paragraphs = blocks.filter(({ words }) => words >= PARAGRAPH);
  const gone = new Set<Element>();
  if (paragraphs.reduce((sum, { words }) => sum + words, 0) < ENOUGH) return gone;
  const boxes = new Set(paragraphs.map(({ unit }) => kindOf(parents.get(unit))));
  const near = new Set<Parents>();
  const around = new Set<Parents>();
  for (const { unit } of paragraphs) {
    let box: Parents | undefined = parents.get(unit);
    for (let step = 1; step <= AROUND && box !== undefined; step++) {
      if (step <= NEAR) near.add(box);
      around.add(box);
      box = box.type === 'element' ? parents.get(box) : undefined;
    }
  }
  for (const { element, unit, words } of blocks) {
    const box = parents.get(unit);
    if (words === 0 || words >= SHORT || box === undefined) continue;
    const isHeading = /^h[1-6]$/.test(element.tagName);
    const belongs = boxes.has(kindOf(box)) || (isHeading && near.has(box)) || (around.has(box) && SENTENCE.test(textOf(element)));
    if (!belongs && !holdsSentences(unit)) gone.add(element);
  }
  return gone;
}

function unitOf(element: Element, parents: ReadonlyMap<Element, Parents>): Element {
  let unit = element;
  for (let each: Parents | undefined = parents.get(element); each?.type === 'element'; each = parents.get(each)) {
    if (['ul', 'ol', 'dl', 'table', 'blockquote', 'figure', 'pre'].includes(each.tagName)) unit = each;
  }
  return unit;
}

/** What a box is by its name: boxes of one kind hold things of one kind. */
function kindOf(box: Parents | undefined): string {
  return box?.type === 'element' ? `${box.tagName} ${attribute(box, 'className')}` : 'root';
}

/** Whether a list or quotation holds a good piece of text, and not labels. */
function holdsSentences(unit: Element): boolean {
  return (
    ['ul', 'ol', 'dl', 'table', 'blockquote'].includes(unit.tagName) &&
    (wordsOf(textOf(unit)).length >= PARAGRAPH * 2 || elements(unit).some(({ tagName }) => tagName === 'th'))
  );
}
