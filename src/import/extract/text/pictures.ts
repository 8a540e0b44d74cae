import type { Element, Root } from 'hast';
import type { FoundPicture } from '../../found.ts';
import { attribute, elements, removeElements, textOf } from '../page/tree.ts';

/** The pictures below a node with what is printed under them, in their order. */
export function picturesIn(tree: Root): FoundPicture[] {
  return elements(tree)
    .filter(({ tagName }) => tagName === 'img')
    .map(pictureOf);
}

function pictureOf(element: Element): FoundPicture {
  const picture: FoundPicture = { src: attribute(element, 'src') };
  const alt = attribute(element, 'alt');
  const caption = attribute(element, 'title');
  const credit = attribute(element, 'dataCredit');
  if (alt !== '') picture.alt = alt;
  if (caption !== '') picture.caption = caption;
  if (credit !== '') picture.credit = credit;
  return picture;
}

/** Takes a picture that is kept elsewhere out of a text, and the boxes that held nothing else. */
export function withoutPicture(tree: Root, src: string | undefined): Root {
  const holds = (element: Element): boolean => elements(element).some((each) => each.tagName === 'img' && attribute(each, 'src') === src);
  removeElements(tree, (element) => holds(element) && textOf(element) === '' && elements(element).filter(({ tagName }) => tagName === 'img').length === 1);
  return tree;
}
