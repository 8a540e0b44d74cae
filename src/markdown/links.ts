import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { webAddress } from '../archive/web-address.ts';
import { eachElement } from './elements.ts';
import { ownAddress } from './own-address.ts';
import { TEXT_ID_PREFIX } from './sanitize.ts';

/** What links must know of the site. */
export interface LinkOptions {
  /** Turns a path of the archive into one from the server's root. */
  href(path: string): string;
}

/**
 * Makes the text's links work where the text now stands: in-page ones find their target or become
 * plain words, those to the archive's own paths get its base path, and those out carry `rel`.
 */
export function links(tree: Root, { href }: LinkOptions): void {
  const targets = new Map<string, string>();
  const slugger = new GithubSlugger();
  const found: Element[] = [];
  eachElement(tree, (node) => {
    const id = node.properties.id;
    if (typeof id === 'string') {
      targets.set(id, id);
      if (/^h[2-6]$/.test(node.tagName)) targets.set(`${TEXT_ID_PREFIX}${slugger.slug(textOf(node))}`, id);
    }
    if (node.tagName === 'a') found.push(node);
  });
  for (const node of found) {
    const target = node.properties.href;
    if (typeof target !== 'string') continue;
    if (isEmpty(node)) {
      // Nobody could see it, and a screen reader would have no name for it.
      delete node.properties.href;
      continue;
    }
    if (target.startsWith('#')) {
      if (targets.has(target.slice(1))) continue;
      // A browser, too, looks for the fragment as it is written before it decodes it.
      const own = targets.get(TEXT_ID_PREFIX + target.slice(1)) ?? targets.get(TEXT_ID_PREFIX + decode(target.slice(1)));
      if (own === undefined) delete node.properties.href;
      else node.properties.href = `#${own}`;
    } else if (/^https?:/i.test(target) && URL.canParse(target)) {
      node.properties.href = webAddress(target);
      node.properties.rel = ['external', 'noopener', 'noreferrer'];
    } else if (/^\/(?!\/)/.test(target)) {
      node.properties.href = ownAddress(target, href);
    } else if (!/^mailto:/i.test(target)) {
      // No address at all, or relative to a page of the original's site: it would lead nowhere from here.
      delete node.properties.href;
    }
  }
}

function isEmpty(link: Element): boolean {
  if (link.properties.ariaLabel !== undefined || textOf(link).trim() !== '') return false;
  let hasPicture = false;
  eachElement(link, ({ tagName }) => {
    hasPicture ||= tagName === 'img';
  });
  return !hasPicture;
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
