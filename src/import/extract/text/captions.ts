import type { Element, Parents, Root } from 'hast';
import { elements, parentsOf, removeElements, shortTextOf, spelledName } from '../page/tree.ts';

const CAPTION = /\b(?:caption|captions|cutline|fig ?caption|bildunterschrift|bildtext|legende|pie de foto|photo ?info|image ?description)\b/;
const CREDIT = /\b(?:credit|credits|copyright|photographer|photo ?by|image ?source|image ?rights|bildnachweis|bildrechte|attribution)\b/;
/** The longest caption in characters; what is longer and named so is something else. */
const LONGEST = 800;
const HOLDERS = 4;

/**
 * Moves what is printed under a picture into it: the caption becomes its `title`, the credit `dataCredit`.
 * Under a player, where there is no picture, it goes.
 */
export function captions(tree: Root): void {
  // Credits first: they often stand within the caption, and are no part of it.
  for (const [isKind, key] of [
    [isCredit, 'dataCredit'],
    [isCaption, 'title'],
  ] as const) {
    const parents = parentsOf(tree);
    const gone = new Set(elements(tree).filter((element) => isKind(element) && move(element, key, parents)));
    removeElements(tree, (element) => gone.has(element));
  }
  looseCaptions(tree);
}

const PICTURE_BOX = /\b(?:image|images|img|photo|photos|picture|enclosure|foto|fotos|bild|imagen)\b/;
/** Characters of a caption that nothing calls one. */
const LOOSE = 400;

const HELD = /^(?:h\d|blockquote|table|ul|ol)$/;
const HELD_LOOSE = /^(?:h\d|blockquote|table|ul|ol|p|section|article)$/;

/** What stands beside the only picture in a box that is called a picture's, and nothing else in it, is its caption. */
function looseCaptions(tree: Root): void {
  for (const box of elements(tree)) {
    if (!['div', 'span', 'p', 'figure'].includes(box.tagName) || !(box.tagName === 'figure' || PICTURE_BOX.test(spelledName(box)))) continue;
    const caption = shortTextOf(box, LOOSE);
    if (caption === undefined || caption === '') continue;
    const inner = elements(box);
    const [picture, ...more] = inner.filter(({ tagName }) => tagName === 'img');
    if (picture === undefined || more.length > 0) continue;
    if (inner.slice(1).some(({ tagName }) => (box.tagName === 'figure' ? HELD : HELD_LOOSE).test(tagName))) continue;
    picture.properties.title ??= caption;
    box.children = [picture];
  }
}

/** Writes what a caption says into its picture; false where it is none, and stays. */
function move(element: Element, key: string, parents: ReadonlyMap<Element, Parents>): boolean {
  const text = shortTextOf(element, LONGEST);
  if (text === undefined) return false;
  if (element.tagName !== 'figcaption' && holdsMore(element)) return false;
  const { picture, box } = pictureOf(element, parents);
  if (picture === undefined) return box === 'figure' || element.tagName === 'figcaption';
  if (text !== '') picture.properties[key] ??= text;
  return true;
}

const HOLDS_MORE = new Set(['img', 'table', 'figure', 'h1']);
const PARAGRAPHS = 2;

/** Whether an element named as a caption is a box around more than one. */
function holdsMore(element: Element): boolean {
  const inner = elements(element).slice(1);
  return inner.some(({ tagName }) => HOLDS_MORE.has(tagName)) || inner.filter(({ tagName }) => tagName === 'p').length > PARAGRAPHS;
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
