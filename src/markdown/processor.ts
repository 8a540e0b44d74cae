import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot, Nodes } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { footnotes } from './footnotes.ts';
import { formerIds, idsIn } from './former-ids.ts';
import { headingLevels } from './heading-levels.ts';
import { type LinkOptions, links } from './links.ts';
import { nesting } from './nesting.ts';
import { paragraphIds } from './paragraph-ids.ts';
import { type PictureOptions, pictures } from './pictures.ts';
import { parsePlainBlocks, plainTree } from './plain-blocks.ts';
import { printable } from './printable.ts';
import { allowed } from './sanitize.ts';
import { tables } from './tables.ts';
import { taskLists } from './task-lists.ts';
import { showUnclosed } from './unclosed.ts';
import { writePlain } from './write-plain.ts';

/** What the pipeline must know of the site that the text stands in. */
export interface RenderOptions extends LinkOptions, PictureOptions {}

const commonmark = unified().use(remarkParse).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

// A text without any of these means the same with and without GitHub's extensions, which triple the time to parse.
const MAY_BE_GFM = /[|@]|~~|\[\^|:-|-:|\[[ xX]\]|www\.|https?:\/\//i;
// A plain link to the web: its address, being one already, is not a bare one.
const PLAIN_LINK = /(?<![\\\]!])\[[^[\]\\`<>|@~:]+\]\(https?:\/\/[^\s()<>\\|@~"'`[\]]+\)/g;

/** Parses an article's Markdown: CommonMark with tables, footnotes, strikethrough and bare links. */
export function parseMarkdown(body: string): MdastRoot {
  return parsePlainBlocks(body, (rest) => {
    const mayBeGfm = MAY_BE_GFM.test(rest) && MAY_BE_GFM.test(rest.replaceAll(PLAIN_LINK, ''));
    return (mayBeGfm ? gfm : commonmark).parse(rest);
  });
}

const toHast = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' }).freeze();
const withoutHtml = unified().use(rehypeSanitize, allowed).freeze();
// Raw HTML is parsed as a browser would, and only then held against the list.
const withHtml = unified()
  .use(rehypeRaw)
  .use(rehypeSanitize, allowed)
  .use(() => printable)
  .use(() => nesting)
  .freeze();

/** An article's Markdown as a sanitised tree; ids are not set yet. */
export function toTree(body: string): HastRoot {
  return plainTree(body) ?? parsedTree(body);
}

/** As {@link toTree}, by parser and sanitiser whatever the text holds. */
export function parsedTree(body: string): HastRoot {
  const markdown = parseMarkdown(body);
  taskLists(markdown);
  showUnclosed(markdown);
  const tree = toHast.runSync(markdown);
  return (hasRaw(markdown) ? withHtml : withoutHtml).runSync(tree) as HastRoot;
}

function hasRaw(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(hasRaw));
}

const stringifier = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

/** A text as HTML, and the ids in it by which readers and programs may link to it. */
export interface Rendered {
  html: string;
  /** In order, without those of earlier versions. */
  ids: readonly string[];
}

/** An article's text as HTML: sanitised, its paragraphs numbered and linkable. */
export function renderBody(body: string, options: RenderOptions): string {
  return renderText(body, options, []).html;
}

/** Ids of an article's paragraphs, as they are before anything is known of the site. */
export function paragraphIdsOf(body: string): readonly string[] {
  return renderText(body, { href: (path) => path, imageHosts: [] }, []).ids;
}

/**
 * An article's text as HTML, with marks where the paragraphs of its earlier versions stood.
 * @param versions ids of earlier versions, from old to new.
 */
export function renderText(body: string, options: RenderOptions, versions: readonly (readonly string[])[]): Rendered {
  const plain = plainTree(body);
  const tree = plain ?? parsedTree(body);
  if (plain === undefined) footnotes(tree);
  headingLevels(tree);
  if (plain === undefined) {
    pictures(tree, options);
    tables(tree);
  }
  paragraphIds(tree);
  const ids = idsIn(tree);
  formerIds(tree, versions);
  links(tree, options);
  return { html: writePlain(tree) ?? stringifier.stringify(tree), ids };
}
