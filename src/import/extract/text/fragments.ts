import type { Element, Parents } from 'hast';
import { elements, textOf } from '../page/tree.ts';

/** A block of text, and how many of its words each engine has. */
export interface Witnessed {
  element: Element;
  words: number;
  /** Words of it that each engine has. */
  readability: number;
  defuddle: number;
}

/** Words that an engine must have before it has a part of a text. */
const PART = 100;
/** Share of the lesser part that both may have. */
const SHARED = 0.2;
/** Share of a paragraph that links may make up. */
const LINKED = 0.5;

/**
 * The paragraphs of a text whose end tags have gone wrong, so that its boxes stand in one another and each engine took another one for
 * the whole: what they have, and the paragraphs of all boxes between the two. Empty where it is not so.
 */
export function fragments<Block extends Witnessed>(blocks: readonly Block[], parents: ReadonlyMap<Element, Parents>): Block[] {
  const sum = (pick: (block: Block) => number): number => blocks.reduce((total, block) => total + pick(block), 0);
  const [one, other, both] = [sum((block) => block.readability), sum((block) => block.defuddle), sum((block) => Math.min(block.readability, block.defuddle))];
  if (Math.min(one, other) < PART || both > Math.min(one, other) * SHARED) return [];
  const ends = [mainBox(blocks, (block) => block.readability, parents), mainBox(blocks, (block) => block.defuddle, parents)];
  const path = pathBetween(ends, parents) ?? pathBetween(ends.toReversed(), parents);
  if (path === undefined) return [];
  return blocks.filter((block) => {
    const isVouchedFor = block.readability + block.defuddle > 0;
    return (
      block.words > 0 &&
      ((isVouchedFor && path.has(parents.get(block.element))) || (isProse(block.element) && (isVouchedFor || path.has(parents.get(block.element)))))
    );
  });
}

/** The box that directly holds most words of an engine. */
function mainBox<Block extends Witnessed>(
  blocks: readonly Block[],
  wordsIn: (block: Block) => number,
  parents: ReadonlyMap<Element, Parents>,
): Parents | undefined {
  const words = new Map<Parents | undefined, number>();
  for (const block of blocks) words.set(parents.get(block.element), (words.get(parents.get(block.element)) ?? 0) + wordsIn(block));
  return [...words].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** The boxes from the inner one to the outer; `undefined` where the one does not stand in the other. */
function pathBetween([inner, outer]: readonly (Parents | undefined)[], parents: ReadonlyMap<Element, Parents>): Set<Parents | undefined> | undefined {
  const path = new Set<Parents | undefined>();
  for (let each = inner; each?.type === 'element'; each = parents.get(each)) {
    path.add(each);
    if (each === outer) return path;
  }
  return undefined;
}

function isProse(block: Element): boolean {
  const linked = elements(block)
    .filter(({ tagName }) => tagName === 'a')
    .reduce((sum, link) => sum + textOf(link).length, 0);
  return block.tagName === 'p' && linked < textOf(block).length * LINKED;
}
