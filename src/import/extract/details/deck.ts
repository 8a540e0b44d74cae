import type { Element } from 'hast';
import type { Finding } from '../../found.ts';
import { type HeadRegion, liesIn } from '../page/head-region.ts';
import type { JsonObject } from '../page/json.ts';
import { plain, text } from '../page/main-article.ts';
import type { Page } from '../page/page.ts';
import { attribute, shortTextOf, spelledName } from '../page/tree.ts';
import { type Testimony, weigh } from '../weigh/weigh.ts';

/** What sites call the sentence below a headline, and nothing else. */
const DECK =
  /\b(?:deck|dek|standfirst|stand first|sub ?title|sub ?headline|sub ?heading|strapline|chapo|entradilla|bajada|subtitulo|ondertitel|untertitel|undertitel)\b/;
/** Names that the first paragraph of a text may have, too. */
const SUMMARY = /\b(?:article description|article summary|entry summary|post excerpt|headline description)\b/;
/** A box named so may hold byline and date. */
const SUBHEAD = /\bsub ?head\b/;
const HEADING = /^h[2-4]$/;
const SHORTEST = 25;
const LONGEST = 500;
/** Characters from which on a paragraph is one of the text. */
const PARAGRAPH = 150;

/** The sentence or two below a headline, as printed. What only machines are told of an article is none. */
export function findDeck(page: Page, region: HeadRegion, node: JsonObject | undefined): Finding<string> | undefined {
  if (region.at < 0) return undefined;
  const described = [text(node?.description), text(node?.alternativeHeadline), page.metas.get('og:description')?.[0], page.metas.get('description')?.[0]]
    .filter((each) => each !== undefined)
    .map(plain);
  const said: Testimony<string>[] = [];
  let begun = false;
  page.elements.forEach((element, index) => {
    if (index <= region.at || !liesIn(region, index) || said.length > 0 || begun) return;
    const line = shortTextOf(element, LONGEST);
    if (line === undefined || line.length < SHORTEST || standsByPicture(element, page)) {
      begun = element.tagName === 'p' && (line === undefined || line.length >= SHORTEST);
      return;
    }
    const inText = standsInText(element, page);
    const isDescribed = described.includes(plain(line));
    const named = isNamed(element, inText);
    const below = HEADING.test(element.tagName) && (isDescribed || (!inText && index <= region.at + 4));
    begun = element.tagName === 'p' && !named && (inText || line.length > PARAGRAPH);
    if (!named && !below) return;
    said.push({ value: line, witness: named ? 'class' : 'below headline', origin: 'print', trust: 0.85 });
    if (isDescribed) said.push({ value: line, witness: 'description', origin: 'system', trust: 0.85 });
  });
  return weigh(said, plain);
}

/** Whether an element's name says that it is a deck; one among the paragraphs of the text must say it plainly. */
function isNamed(element: Element, inText: boolean): boolean {
  const name = spelledName(element);
  if (DECK.test(name) || /\balternativeHeadline\b/.test(attribute(element, 'itemProp'))) return true;
  return inText ? HEADING.test(element.tagName) && SUBHEAD.test(name) : SUMMARY.test(name);
}

function standsByPicture(element: Element, page: Page): boolean {
  const parent = page.parents.get(element);
  return ['figure', 'figcaption'].includes(element.tagName) || (parent?.type === 'element' && ['figure', 'figcaption'].includes(parent.tagName));
}

/** Whether an element stands among the paragraphs of the text, the first of which may be called a summary. */
function standsInText(element: Element, page: Page): boolean {
  const parent = page.parents.get(element);
  const paragraphs =
    parent?.children.filter((child) => child.type === 'element' && child !== element && child.tagName === 'p' && shortTextOf(child, PARAGRAPH) === undefined) ??
    [];
  return paragraphs.length > 1;
}
