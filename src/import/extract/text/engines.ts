import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHtml } from '../page/parse-html.ts';
import { elements } from '../page/tree.ts';
import { NOWHERE } from './addresses.ts';
import { openDocument } from './documents.ts';

/** What the two engines take for the article. */
export interface Extracts {
  readability: Root | undefined;
  defuddle: Root | undefined;
}

/** Elements of a page above which Readability is asked alone: Defuddle takes a third of a second for each thousand paragraphs. */
const MOST_FOR_BOTH = 20_000;

// Its text alone is wanted, and these take a fifth of its time.
const NO_MAKE_UP = { standardize: false, removeSmallImages: false };

/**
 * Asks both engines. The page is parsed as a browser would before: linkedom alone loses the body of pages without `<head>`.
 * Defuddle works on copies and leaves the document as it was, but for pictures that it takes out of `<noscript>`, as
 * Readability would; Readability takes it apart, and so comes last.
 */
export function extracts(page: Root, url: string | undefined): Extracts {
  const document = openDocument(toHtml(page));
  if (elements(page).length <= MOST_FOR_BOTH) return { defuddle: byDefuddle(document, url), readability: byReadability(document) };
  const readability = byReadability(document);
  return { readability, defuddle: readability ?? byDefuddle(openDocument(toHtml(page)), url) };
}

function byReadability(document: Document): Root | undefined {
  const content = new Readability(document, { disableJSONLD: true }).parse()?.content;
  return content ? parseHtml(content) : undefined;
}

function byDefuddle(document: Document, url: string | undefined): Root | undefined {
  const { content } = new Defuddle(document, { url: url ?? NOWHERE, useAsync: false, ...NO_MAKE_UP }).parse();
  return content ? parseHtml(content) : undefined;
}
