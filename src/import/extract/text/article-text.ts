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
import { tidy } from './tidy.ts';
import { toMarkdown } from './to-markdown.ts';

/** The text of an article, and the pictures that were printed in it. */
export interface ArticleText {
  markdown: string;
  pictures: readonly FoundPicture[];
}

/** Takes the text of the article out of a page. `printedAbove`: headline and others that are kept elsewhere. */
export function articleText(page: Page, printedAbove: readonly string[]): ArticleText {
  const bare = withoutMachinery(page.tree);
  const first = chosenText(withoutFurniture(structuredClone(bare)), page, printedAbove);
  if (lengthOf(first) >= LITTLE) return written(first);
  // What was taken for furniture may be all there is: a text in a box called “promo”, a note below a headline.
  const second = chosenText(bare, page, printedAbove);
  return written(lengthOf(second) > lengthOf(first) * 2 ? second : first);
}

/** Words under which a text may be what furniture has left of one. */
const LITTLE = 80;

function chosenText(tree: Root, page: Page, printedAbove: readonly string[]): Root {
  layoutTables(tree);
  captions(tree);
  addresses(tree, page.base);
  const found = extracts(tree, page.url);
  paragraphs(tree);
  const chosen = chooseBlocks(tree, found) ? tree : (found.defuddle ?? found.readability ?? { type: 'root', children: [] });
  tidy(chosen, printedAbove);
  return chosen;
}

function lengthOf(tree: Root): number {
  return wordsOf(textOf(tree)).length;
}

function written(tree: Root): ArticleText {
  const pictures = takePictures(tree);
  return { markdown: toMarkdown(tree), pictures };
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
