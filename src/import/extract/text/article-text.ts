import type { Element, Root } from 'hast';
import type { FoundPicture } from '../../found.ts';
import type { Page } from '../page/page.ts';
import { attribute, elements, removeElements, textOf } from '../page/tree.ts';
import { addresses } from './addresses.ts';
import { paragraphs } from './blocks.ts';
import { captions } from './captions.ts';
import { chooseBlocks } from './choose.ts';
import { extracts } from './engines.ts';
import { layoutTables } from './layout-tables.ts';
import { wordsOf } from './lines.ts';
import { withoutFurniture, withoutMachinery } from './strip.ts';
import { type Above, tidy } from './tidy.ts';
import { toMarkdown } from './to-markdown.ts';

/** The text of an article, and the pictures that were printed in it. */
export interface ArticleText {
  markdown: string;
  pictures: readonly FoundPicture[];
}

/** Takes the text of the article out of a page. `above`: what is printed above it and kept elsewhere; `told`: what its JSON-LD says it is. */
export function articleText(page: Page, above: Above, told: Root | undefined): ArticleText {
  const bare = withoutMachinery(page.tree);
  let best = chosenText(withoutFurniture(structuredClone(bare)), page, above);
  if (lengthOf(best) < LITTLE) {
    // What was taken for furniture may be all there is: a text in a box called “promo”, a note below a headline.
    const second = chosenText(bare, page, above);
    if (lengthOf(second) > lengthOf(best) * 2) best = second;
  }
  if (told !== undefined && lengthOf(best) * 2 < lengthOf(told)) best = told;
  const pictures = takePictures(best);
  return { markdown: toMarkdown(best), pictures };
}

/** Words under which a text may be what furniture has left of one. */
const LITTLE = 80;

function chosenText(tree: Root, page: Page, above: Above): Root {
  layoutTables(tree);
  captions(tree);
  addresses(tree, page.base);
  const found = extracts(tree, page.url);
  paragraphs(tree);
  const chosen = chooseBlocks(tree, found) ? tree : (found.defuddle ?? found.readability ?? { type: 'root', children: [] });
  tidy(chosen, above);
  return chosen;
}

function lengthOf(tree: Root): number {
  return wordsOf(textOf(tree)).length;
}

function takePictures(tree: Root): FoundPicture[] {
  removeElements(tree, (element) => element.tagName === 'img' && element.properties.src === undefined);
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
