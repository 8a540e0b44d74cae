import type { Element, Root } from 'hast';
import { attribute, copyOf, elements, removeElements, spelledName, textOf } from '../page/tree.ts';
import { wordsOf } from './lines.ts';

const MACHINERY = new Set('script style link template svg iframe object embed canvas input select textarea button dialog meta title audio map'.split(' '));

/**
 * What a class or id says an element is for, in words: `articleShare__bar` is `article share bar`.
 * Each stands for things that are never the text of an article; taken from the markup of news sites and content systems.
 */
const FURNITURE = new RegExp(
  `\\b(?:${[
    // Advertising
    'ad|ads|advert|adverts|advertisement|advertising|adslot|adunit|adsbygoogle|dfp|gpt ad|sponsored|sponsor|outbrain|taboola|teads|revcontent|mgid',
    // Sharing and following
    'share|shares|sharing|sharebar|sharetools|sharedaddy|addthis|addtoany|social|socials|socialmedia|follow us|like box|fb like|tweet button',
    // Other articles
    'related|relateds|recirc|recirculation|recommended|recommendations|recommendation|read more|readmore|more stories|more news|more from|more on|most read|most popular|mostpopular|popular|trending|also read|read also|see also|you may like|up next|next article|prev next|post navigation|nextprev|teasers|teaser list|jp relatedposts|yarpp|crp|zergnet',
    // Asking for something
    'newsletter|newsletters|signup|sign up|subscribe|subscription|paywall|donate|donation|mailchimp|cta|call to action|poll|survey|app promo|promo|promos|promotion',
    // Talking back
    'comment|comments|commentlist|disqus|respond|livefyre|viafoura|coral',
    // About the page
    'cookie|cookies|consent|gdpr|onetrust|breadcrumb|breadcrumbs|pagination|pager|toolbar|article tools|story tools|page tools|print only|noprint|screen reader text|visually hidden|visuallyhidden|sr only|skip link|site header|site footer|masthead|topbar|navbar|menu|tag list|taglist|tags links|entry tags|post tags|article tags|author bio|about the author|author box|authorbox|corrections box',
  ].join('|')})\\b`,
);

/** Names that hold nothing but furniture however long it is: readers write more than reporters. */
const LONG_FURNITURE =
  /\b(?:comment|comments|commentlist|disqus|respond|livefyre|viafoura|related|recommended|recommendations|newsletter|outbrain|taboola|cookie|onetrust)\b/;

/** Share of the page's prose from which on an element is taken for the article, whatever it is called. */
const MUCH = 0.25;
const ALMOST_ALL = 0.9;

/** A copy of a page without what is not text for a reader. */
export function withoutMachinery(page: Root): Root {
  const tree = copyOf(page);
  removeElements(tree, isMachinery);
  removeComments(tree);
  for (const element of elements(tree)) shorten(element);
  return tree;
}

/** Classes and letters of an attribute that mean anything; a page made to hang an engine has more. */
const MOST_CLASSES = 50;
const LONGEST_VALUE = 4_000;

function shorten(element: Element): void {
  const { properties } = element;
  for (const [name, value] of Object.entries(properties)) {
    if (Array.isArray(value)) properties[name] = value.slice(0, MOST_CLASSES);
    else if (typeof value === 'string' && value.length > LONGEST_VALUE) delete properties[name];
  }
}

/** Takes from a page what its markup says is not part of the article. */
export function withoutFurniture(tree: Root): Root {
  const held = new Map<Element, Held>();
  const total = measure(tree, held).prose;
  removeElements(tree, (element) => {
    if (!isFurniture(element)) return false;
    const { prose, heart } = held.get(element) ?? { prose: 0, heart: false };
    return !heart && prose < total * (LONG_FURNITURE.test(spelledName(element).replaceAll(STATES, ' ')) ? ALMOST_ALL : MUCH) + 1;
  });
  return tree;
}

/** What an element holds. */
interface Held {
  /** Words of prose: those of paragraphs of more than a few words, links not counted. */
  prose: number;
  /** Whether it holds what is surely the article or around it. */
  heart: boolean;
}

function removeComments(node: Root | Element): void {
  node.children = node.children.filter(({ type }) => type !== 'comment') as typeof node.children;
  for (const child of node.children) if (child.type === 'element') removeComments(child);
}

function isMachinery(element: Element): boolean {
  if (element.tagName === 'noscript') return !elements(element).some((each) => each.tagName === 'img');
  return MACHINERY.has(element.tagName);
}

function isHeart(element: Element): boolean {
  return ['h1', 'main', 'body'].includes(element.tagName) || /\barticleBody\b/.test(attribute(element, 'itemProp'));
}

function isFurniture(element: Element): boolean {
  if (['nav', 'footer', 'form'].includes(element.tagName)) return true;
  if (/^(?:navigation|complementary|contentinfo|banner|search|dialog|alertdialog|menu|toolbar)$/.test(attribute(element, 'role'))) return true;
  return FURNITURE.test(spelledName(element).replaceAll(STATES, ' '));
}

/** Names that tell a state of the page: an article is often called “comments open”. */
const STATES =
  /\b(?:comments? (?:open|closed|enabled|disabled|on|off|count)|(?:has|no|with|without|hide|show) (?:comments?|sidebar|share|sharing|related|ads?|newsletter))\b/g;

function measure(node: Root | Element, held: Map<Element, Held>): Held {
  const own: Held = { prose: 0, heart: node.type === 'element' && isHeart(node) };
  const isParagraph = node.type === 'element' && node.tagName === 'p';
  for (const child of node.children) {
    if (child.type === 'text' && node.type === 'element' && !INLINE_LINKS.has(node.tagName)) own.prose += looseProse(child.value);
    if (child.type !== 'element') continue;
    const { prose, heart } = measure(child, held);
    if (!isParagraph) own.prose += prose;
    own.heart ||= heart;
  }
  if (isParagraph) own.prose = proseOf(node);
  if (node.type === 'element') held.set(node, own);
  return own;
}

/** Words from which on a paragraph is prose. */
const PROSE = 10;

const INLINE_LINKS = new Set(['a', 'li', 'option']);

/** Words of a text that stands in no paragraph, as on old pages. */
function looseProse(text: string): number {
  const words = wordsOf(text).length;
  return words >= PROSE ? words : 0;
}

function proseOf(paragraph: Element): number {
  const linked = elements(paragraph)
    .filter(({ tagName }) => tagName === 'a')
    .reduce((sum, each) => sum + wordsOf(textOf(each)).length, 0);
  const words = wordsOf(textOf(paragraph)).length - linked;
  return words >= PROSE ? words : 0;
}
