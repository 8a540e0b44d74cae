import type { Element, Root } from 'hast';
import { parseHtml } from '../extract/page/parse-html.ts';
import { elements, removeElements } from '../extract/page/tree.ts';
import { addresses } from '../extract/text/addresses.ts';
import { captions } from '../extract/text/captions.ts';
import { toMarkdown } from '../extract/text/to-markdown.ts';
import type { Draft } from '../item.ts';

/** The text of an article in Markdown, whatever it was written in. All of it: what an input gives as the text is the text. */
export function markdownText({ text, markup, base }: Pick<Draft, 'text' | 'markup' | 'base'>): string {
  if (markup === 'markdown') return text.trim();
  return markup === 'html' ? fromHtml(text, base) : fromPlain(text);
}

const MACHINERY = new Set([
  'script',
  'style',
  'link',
  'meta',
  'title',
  'template',
  'svg',
  'object',
  'embed',
  'canvas',
  'input',
  'select',
  'textarea',
  'button',
  'form',
  'noscript',
]);

function fromHtml(html: string, base: string | undefined): string {
  const tree = parseHtml(html);
  removeElements(tree, ({ tagName }) => MACHINERY.has(tagName));
  captions(tree);
  addresses(tree, base !== undefined && URL.canParse(base) ? base : undefined);
  // A picture that only counts readers, or has no address left.
  removeElements(tree, (element) => element.tagName === 'img' && element.properties.src === undefined);
  for (const element of elements(tree)) unframe(element);
  return toMarkdown(tree);
}

/** A frame shows what is elsewhere: a film, a map. It becomes a link to it. */
function unframe(element: Element): void {
  if (element.tagName !== 'iframe') return;
  const src = typeof element.properties.src === 'string' && /^https?:\/\//.test(element.properties.src) ? element.properties.src : undefined;
  element.tagName = 'p';
  element.children = src === undefined ? [] : [{ type: 'element', tagName: 'a', properties: { href: src }, children: [{ type: 'text', value: src }] }];
  element.properties = {};
}

/** Paragraphs stand apart by an empty line; a text without any has a paragraph a line. Marks that Markdown would read are escaped. */
function fromPlain(text: string): string {
  const written = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t\u00a0]+$/gm, '')
    .trim();
  const blocks = /\n\n/.test(written) || isWrapped(written) ? written.split(/\n{2,}/) : written.split('\n');
  const tree: Root = {
    type: 'root',
    children: blocks
      .map((block) => block.trim())
      .filter((block) => block !== '')
      .map((block) => ({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: block.replaceAll(/\n[ \t]*/g, '\n') }] })),
  };
  return toMarkdown(tree);
}

/** Lines of about one length, as typewriters and mail programs break them, are no paragraphs. */
function isWrapped(text: string): boolean {
  const lines = text.split('\n').slice(0, -1);
  const longest = Math.max(...lines.map((line) => line.length), 0);
  return lines.length > 3 && longest <= 100 && lines.filter((line) => line.length > longest * 0.7).length > lines.length * 0.8;
}
