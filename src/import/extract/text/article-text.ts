import type { Root } from 'hast';
import type { FoundPicture } from '../../found.ts';
import type { Page } from '../page/page.ts';
import { removeElements, textOf } from '../page/tree.ts';
import { addresses, NOWHERE, withoutNowhere } from './addresses.ts';
import { paragraphs } from './blocks.ts';
import { captions } from './captions.ts';
import { chooseBlocks } from './choose.ts';
import { extracts } from './engines.ts';
import { layoutTables } from './layout-tables.ts';
import { wordsOf } from './lines.ts';
import { picturesIn } from './pictures.ts';
import { withoutFurniture, withoutMachinery } from './strip.ts';
import { type Above, tidy, withoutEmpty } from './tidy.ts';

/** The text of an article as a tree, and the pictures on its page. */
export interface ArticleText {
  tree: Root;
  /** Pictures anywhere on the page but in its furniture, in their order. */
  pictures: readonly FoundPicture[];
  /** What a person should look at, a sentence each. */
  doubts: readonly string[];
  /** What is said of it without anybody having to look. */
  notes: readonly string[];
}

/** Words under which a text may be what furniture has left of one. */
const LITTLE = 80;

/** Takes the text of the article out of a page. `above`: what is printed above it and kept elsewhere; `told`: what its JSON-LD says it is. */
export function articleText(page: Page, above: Above, told: Root | undefined): ArticleText {
  let best = chosenText(withoutFurniture(withoutMachinery(page.tree)), page, above);
  if (lengthOf(best) < LITTLE) {
    // What was taken for furniture may be all there is: a text in a box called “promo”, a note below a headline.
    const second = chosenText(withoutMachinery(page.tree), page, above);
    if (lengthOf(second) > lengthOf(best) * 2) best = second;
  }
  if (told !== undefined && lengthOf(best) * 2 < wordsOf(textOf(told)).length) {
    return { ...best, tree: told, notes: [], doubts: ['The page itself holds little text; this is what its JSON-LD says the text is.'] };
  }
  const words = lengthOf(best);
  if (words >= LITTLE) return best;
  return { ...best, doubts: [`The text has ${words} words only; the rest may not have been saved with the page.`, ...best.doubts] };
}

function chosenText(tree: Root, page: Page, above: Above): ArticleText {
  layoutTables(tree);
  captions(tree);
  addresses(tree, page.base ?? NOWHERE);
  removeElements(tree, (element) => element.tagName === 'img' && element.properties.src === undefined);
  const pictures = picturesIn(tree).filter(({ src }) => !src.startsWith(NOWHERE));
  const found = extracts(tree, page.url);
  paragraphs(tree);
  const chosen = chooseBlocks(tree, found) ? tree : (found.defuddle ?? found.readability ?? { type: 'root', children: [] });
  tidy(chosen, above);
  if (page.base !== undefined) return { tree: chosen, pictures, doubts: [], notes: [] };
  const lost = withoutNowhere(chosen);
  withoutEmpty(chosen);
  const told = lost.pictures + lost.links === 0 ? [] : [whatIsLost(lost)];
  return { tree: chosen, pictures, doubts: lost.pictures > 0 ? told : [], notes: lost.pictures > 0 ? [] : told };
}

function whatIsLost({ pictures, links }: { pictures: number; links: number }): string {
  const counted = (number: number, name: string): string[] => (number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`]);
  const what = [...counted(pictures, 'picture'), ...counted(links, 'link')].join(' and ');
  return `The page was saved without its address, so ${what} of its text could not be kept. Write <link rel="canonical" href="ADDRESS"> into its head and import it in place of this entry to have them.`;
}

function lengthOf({ tree }: ArticleText): number {
  return wordsOf(textOf(tree)).length;
}
