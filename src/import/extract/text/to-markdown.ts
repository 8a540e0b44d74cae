import type { Root } from 'hast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { writableEmphasis } from './inline.ts';
import { placeable } from './placeable.ts';

const toMdast = unified()
  .use(rehypeRemark, { newlines: false })
  .use(() => writableEmphasis)
  .freeze();
const stringifier = unified().use(remarkGfm, { singleTilde: false }).use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' }).freeze();

/** An article's tree as Markdown, a paragraph a line. The tree is changed. */
export function toMarkdown(tree: Root): string {
  placeable(tree);
  return stringifier.stringify(toMdast.runSync(tree)).trim();
}
