import type { Element, Parents, Root } from 'hast';
import { elements, parentsOf, removeElements, shortTextOf, spelledName } from '../page/tree.ts';

const CAPTION = /\b(?:caption|captions|cutline|fig ?caption|bildunterschrift|bildtext|legende|pie de foto|photo ?info|image ?description)\b/;
const CREDIT = /\b(?:credit|credits|copyright|photographer|photo ?by|image ?source|image ?rights|bildnachweis|bildrechte|attribution)\b/;
/** The longest caption in characters; what is longer and named so is something else. */
const LONGEST = 800;
const HOLDERS = 4;

/**
 * Moves what is printed under a picture into the picture: the caption becomes its `title`, the credit `dataCredit`.
 * Under a player, where there is no picture, it goes.
 */
export function captions(tree: Root): void {
  const parents = parentsOf(tree);
  const gone = new Set<Element>();
  for (const element of elements(tree)) {
    const credit = isCredit(element);
    if (!credit && !isCaption(element)) continue;
    if (elements(element).some(({ tagName }) => ['img', 'p', 'table', 'figure', 'h1'].includes(tagName)) && element.tagName !== 'figcaption') continue;
    const text = shortTextOf(element, LONGEST);
    if (text === undefined) continue;
    const { picture, box } = pictureOf(element, parents);
    if (picture === undefined && box !== 'figure' && element.tagName !== 'figcaption') continue;
    if (picture !== undefined && text !== '') {
      const key = credit ? 'dataCredit' : 'title';
      if (credit || !gone.has(element)) picture.properties[key] = text;
    }
    gone.add(element);
  }
  removeElements(tree, (element) => gone.has(element));
}

function isCaption(element: Element): boolean {
  return element.tagName === 'figcaption' || CAPTION.test(spelledName(element));
}

function isCredit(element: Element): boolean {
  return element.tagName !== 'figcaption' && CREDIT.test(spelledName(element));
}

/** The nearest picture before the caption, or after it, in the boxes around it. */
function pictureOf(caption: Element, parents: ReadonlyMap<Element, Parents>): { picture?: Element; box?: string } {
  let box: Parents | undefined = parents.get(caption);
  for (let step = 0; step < HOLDERS && box?.type === 'element'; step++) {
    if (shortTextOf(box, LONGEST * 2) === undefined) return {};
    const picture = elements(box).find(({ tagName }) => tagName === 'img');
    if (picture !== undefined) return { picture };
    if (elements(box).some(({ tagName }) => tagName === 'video') || box.tagName === 'figure') return { box: 'figure' };
    box = parents.get(box);
  }
  return {};
}
