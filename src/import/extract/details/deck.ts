import type { Element } from 'hast';
import type { Finding } from '../../found.ts';
import { type HeadRegion, liesIn } from '../page/head-region.ts';
import type { JsonObject } from '../page/json.ts';
import { plain, text } from '../page/main-article.ts';
import type { Page } from '../page/page.ts';
import { attribute, shortTextOf, spelledName } from '../page/tree.ts';
import { type Testimony, weigh } from '../weigh/weigh.ts';

const DECK =
  /\b(?:deck|dek|standfirst|stand first|sub ?title|sub ?headline|sub ?heading|strapline|chapo|entradilla|bajada|subtitulo|ondertitel|untertitel|undertitel|article description|article summary|entry summary|post excerpt|headline description)\b/;
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
    if (line === undefined || line.length < SHORTEST) return;
    if (standsInText(element, page)) {
      begun = element.tagName === 'p';
      return;
    }
    const named = DECK.test(spelledName(element)) || /\balternativeHeadline\b/.test(attribute(element, 'itemProp'));
    const below = /^h[2-4]$/.test(element.tagName) && index <= region.at + 4;
    begun = element.tagName === 'p' && !named && line.length > PARAGRAPH;
    if (!named && !below) return;
    said.push({ value: line, witness: named ? 'class' : 'below headline', origin: 'print', trust: 0.85 });
    if (described.includes(plain(line))) said.push({ value: line, witness: 'description', origin: 'system', trust: 0.85 });
  });
  return weigh(said, plain);
}

/** Whether an element is one of the paragraphs of the text, whose first may be called a summary, or stands by a picture. */
function standsInText(element: Element, page: Page): boolean {
  const parent = page.parents.get(element);
  if (['figure', 'figcaption'].includes(element.tagName) || (parent?.type === 'element' && ['figure', 'figcaption'].includes(parent.tagName))) return true;
  const paragraphs =
    parent?.children.filter((child) => child.type === 'element' && child !== element && child.tagName === 'p' && shortTextOf(child, PARAGRAPH) === undefined) ??
    [];
  return paragraphs.length > 1;
}
