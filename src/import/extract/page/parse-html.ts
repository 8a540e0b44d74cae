import type { Element, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';

/** Characters of a page without the files packed into it; the longest real articles, with comments, have 8 million. */
const LONGEST = 16_000_000;
/** How deep elements may nest. Browsers stop at 512 (Blink, WebKit); what walks the tree later must not run out of stack. */
const DEEPEST = 1_000;
/** Elements of a page; the largest real ones have 60,000. */
const MOST = 250_000;

// A picture or font packed into an address. Nothing reads it, and SingleFile pages are mostly made of them.
const PACKED = /(data:[\w.+-]+\/[\w.+-]+(?:;[\w=.+-]+){0,4},)[\w%+/=.~-]{200,}/g;

/** A page that is not taken apart, worded for whoever gave it. */
export class UnreadablePage extends Error {
  override name = 'UnreadablePage';
}

/** Parses a page as a browser would, scripts off. */
export function parseHtml(html: string): Root {
  const text = html.replace(PACKED, '$1').replaceAll('\0', '').toWellFormed();
  if (text.length > LONGEST) throw new UnreadablePage(`The page has ${text.length} characters; ${LONGEST} are the most that is read.`);
  const document = parse<DefaultTreeAdapterMap>(text, { scriptingEnabled: false, treeAdapter: boundedAdapter() });
  const tree = fromParse5(document);
  return tree.type === 'root' ? tree : { type: 'root', children: [tree as Element] };
}

function boundedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      if (++elements > MOST) throw new UnreadablePage(`The page has more than ${MOST} elements.`);
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new UnreadablePage(`The page nests elements more than ${DEEPEST} deep.`);
    },
    onItemPop() {
      depth--;
    },
  };
}
