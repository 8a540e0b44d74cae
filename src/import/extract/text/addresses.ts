import type { Element, ElementContent, Root } from 'hast';
import { absolute } from '../page/page.ts';
import { attribute, elements, removeElements } from '../page/tree.ts';

/** Attributes in which pages keep the real picture until it scrolls into view. */
const LAZY = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataLazyload', 'dataHiRes', 'dataHiResSrc', 'dataSrcLarge', 'dataFullSrc', 'dataImage', 'dataUrl'];

/**
 * Where a page is said to be that does not tell. What leads there is a link or a picture for all that looks at the text;
 * in the end it is left out.
 */
export const NOWHERE = 'https://page.invalid/';

/** Makes the addresses in a text absolute, and leaves out what leads nowhere without the page. */
export function addresses(tree: Root, base: string | undefined): void {
  for (const element of elements(tree)) {
    if (element.tagName === 'a') {
      const href = attribute(element, 'href');
      const target = href.startsWith('#') ? undefined : absolute(href, base);
      element.properties = target === undefined ? (/^mailto:/i.test(href) ? { href } : {}) : { href: target };
    }
    if (element.tagName === 'img') picture(element, base);
  }
  unlink(tree);
}

/** Leaves of a link that leads nowhere what it holds. */
function unlink(node: Root | Element): void {
  node.children = (node.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    unlink(child);
    return child.tagName === 'a' && child.properties.href === undefined ? child.children : [child];
  });
}

/** Leaves out of a text what leads nowhere, but for the words of links. */
export function withoutNowhere(tree: Root): { pictures: number; links: number } {
  const lost = elements(tree).filter(isNowhere);
  for (const link of lost) if (link.tagName === 'a') link.properties = {};
  removeElements(tree, (element) => element.tagName === 'img' && isNowhere(element));
  unlink(tree);
  const pictures = lost.filter(({ tagName }) => tagName === 'img').length;
  return { pictures, links: lost.length - pictures };
}

function isNowhere(element: Element): boolean {
  return attribute(element, element.tagName === 'img' ? 'src' : 'href').startsWith(NOWHERE);
}

function picture(element: Element, base: string | undefined): void {
  const { title, dataCredit } = element.properties;
  const src = pictureAddress(element, base);
  const alt = attribute(element, 'alt').replaceAll(/\s+/g, ' ').trim();
  element.properties = { ...(src === undefined ? {} : { src }), alt, ...(title ? { title } : {}), ...(dataCredit ? { dataCredit } : {}) };
}

function pictureAddress(element: Element, base: string | undefined): string | undefined {
  if (isPixel(element)) return undefined;
  const candidates = [
    ...LAZY.map((name) => attribute(element, name)),
    largest(attribute(element, 'dataSrcset')),
    attribute(element, 'src'),
    largest(attribute(element, 'srcSet')),
  ];
  return candidates.map((each) => (/^(?:data|blob):|\s/i.test(each.trim()) ? undefined : absolute(each, base))).find((each) => each !== undefined);
}

function isPixel(element: Element): boolean {
  return [attribute(element, 'width'), attribute(element, 'height')].some((size) => /^[0-9]$|^1\d$/.test(size));
}

/** The widest of a `srcset`. */
function largest(srcset: string): string {
  const choices = srcset
    .split(/,\s+/)
    .slice(0, 50)
    .map((each) => each.trim().split(/\s+/))
    .map(([address = '', size = '1']) => ({ address, size: Number.parseFloat(size) || 1 }));
  return choices.toSorted((a, b) => b.size - a.size)[0]?.address ?? '';
}
