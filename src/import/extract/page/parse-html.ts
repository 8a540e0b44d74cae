import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { mostAttributes } from './attributes.ts';
import { flatten } from './flatten.ts';

/** Characters of a page, without the files packed into it, from which on it is no article. */
const LONGEST = 16_000_000;
/** Elements that may be open at once. More are made to hang a parser, whose work grows with them. */
const MOST_OPEN = 2_000;
/** Elements of a page: the engines' work grows with them. */
const MOST = 100_000;

/** Attributes of a tag. */
const MOST_ATTRIBUTES = 5_000;

// A picture or font packed into an address. Nothing reads it, and pages saved as one file are mostly made of them.
const PACKED = /(data:[\w.+-]+\/[\w.+-]+(?:;[\w=.+-]+){0,4},)[\w%+/=.~-]{200,}/g;

/** A page that is not taken apart, worded for whoever gave it. */
export class UnreadablePage extends Error {
  override name = 'UnreadablePage';
}

/** Parses a page as a browser would, scripts off. */
export function parseHtml(html: string): Root {
  const text = html.replace(PACKED, '$1').replaceAll('\0', '').toWellFormed();
  if (text.length > LONGEST) throw new UnreadablePage(`The page has ${text.length} characters; ${LONGEST} are the most that is read.`);
  if (mostAttributes(text) > MOST_ATTRIBUTES) throw new UnreadablePage(`The page has a tag with more than ${MOST_ATTRIBUTES} attributes.`);
  const document = parse<DefaultTreeAdapterMap>(text, { scriptingEnabled: false, treeAdapter: boundedAdapter() });
  flatten(document);
  // A document always becomes a root.
  return fromParse5(document) as Root;
}

function boundedAdapter(): typeof defaultTreeAdapter {
  let open = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      if (++elements > MOST) throw new UnreadablePage(`The page has more than ${MOST} elements.`);
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush() {
      if (++open > MOST_OPEN) throw new UnreadablePage(`The page nests elements more than ${MOST_OPEN} deep.`);
    },
    onItemPop() {
      open--;
    },
  };
}
