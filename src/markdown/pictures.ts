import type { Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import { ownAddress } from './own-address.ts';

/** What pictures must know of the site. */
export interface PictureOptions {
  /** Turns a path of the archive into one from the server's root. */
  href(path: string): string;
  /** Other hosts that pictures may be loaded from. */
  imageHosts: readonly string[];
}

/**
 * Shows pictures that the archive itself serves, or that come from a host the publisher allows.
 * Any other would tell a third party who reads what, and is gone one day: it becomes a link.
 */
export function pictures(tree: Root, { href, imageHosts }: PictureOptions): void {
  visitParents(tree, 'element', (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (node.tagName !== 'img' || parent === undefined) return;
    const src = String(node.properties.src ?? '');
    const alt = String(node.properties.alt ?? '').trim();
    const isInLink = ancestors.some((ancestor) => ancestor.type === 'element' && ancestor.tagName === 'a');
    const shown = pictureAddress(src, { href, imageHosts });
    if (shown !== undefined) {
      // A link of nothing but a picture goes by the picture's name.
      node.properties = { ...node.properties, src: shown, alt: alt === '' && isInLink ? 'Picture' : alt, loading: 'lazy', decoding: 'async' };
      return;
    }
    const isLink = !isInLink && /^https?:/i.test(src);
    parent.children[parent.children.indexOf(node)] = {
      type: 'element',
      tagName: isLink ? 'a' : 'span',
      properties: isLink ? { href: src } : {},
      children: [{ type: 'text', value: `Picture: ${alt || lastPart(src)}` }],
    };
  });
}

/** Where a picture is loaded from, or undefined where it may not be. */
export function pictureAddress(src: string, { href, imageHosts }: PictureOptions): string | undefined {
  if (/^\/(?!\/)/.test(src)) return ownAddress(src, href);
  if (!URL.canParse(src)) return undefined;
  const { protocol, host } = new URL(src);
  return protocol === 'https:' && imageHosts.includes(host) ? src : undefined;
}

function lastPart(src: string): string {
  return src.split(/[?#]/)[0]?.split('/').at(-1) || 'without a description';
}
