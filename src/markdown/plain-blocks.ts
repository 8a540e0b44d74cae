import type { Element, Root as HastRoot, Text } from 'hast';
import type { Paragraph, Root, RootContent } from 'mdast';

// Words and punctuation; nothing at the ends of its lines that makes more of it than a paragraph.
const PLAIN = /^(?:(?![-+=: ]|\d+[.)])[^\\`*_[\]<>&#|~\n@\t]*[^\\`*_[\]<>&#|~\n@\t ](?:\n|$))+$/;
const ADDRESS = /:\/\/|www\./i;

/** Whether a block between blank lines is a paragraph of plain words in CommonMark and in GitHub's dialect alike. */
export function isPlain(block: string): boolean {
  return PLAIN.test(block) && !ADDRESS.test(block);
}

// What goes on across blank lines and would take such a block in, fenced code and raw HTML; and the
// byte order mark, which is gone where a text begins with it.
const GOES_ON = /<|```|~~~|\ufeff/;
const STAND_IN = 'x';

/**
 * Parses a text without its plain paragraphs, which are most of the news and cost a parser the most:
 * each is stood in for by a letter, and gets its words back in the tree. The tree is the one that
 * the whole text gives, but for positions.
 */
export function parsePlainBlocks(body: string, parse: (body: string) => Root): Root {
  if (GOES_ON.test(body)) return parse(body);
  const plain: string[] = [];
  const rest = body
    .replace(/^\n+|\n+$/g, '')
    .split('\n\n')
    .map((block) => {
      if (!isPlain(block)) return block;
      plain.push(block);
      return STAND_IN;
    });
  const tree = parse(rest.join('\n\n'));
  const places = tree.children.filter(isStandIn);
  // Where a paragraph is that letter by itself, nobody can tell them apart.
  if (places.length !== plain.length) return parse(body);
  for (const [at, value] of plain.entries()) places[at]?.children.splice(0, 1, { type: 'text', value });
  return tree;
}

function isStandIn(node: RootContent): node is Paragraph {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === 'text' && only.value === STAND_IN;
}

const PLAIN_HEADING = /^(#{1,6}) (?=[^ ])(.*)$/;
// A link on one line, by an address that is written as Markdown would write it again.
const PLAIN_LINK = /(?<!!)\[([^\s[\]](?:[^\n[\]]*[^\s[\]])?)\]\((https?:\/\/[\w./?=+-]+)\)/g;
const PLAIN_QUOTATION = /^> (.*)$/;

/**
 * The sanitised tree of a text that is nothing but plain paragraphs, headings, quotations and links to the web, which needs neither
 * a parser nor a sanitiser; undefined for any other. It is the one that the pipeline gives, but for positions.
 */
export function plainTree(body: string): HastRoot | undefined {
  if (GOES_ON.test(body)) return undefined;
  const children: HastRoot['children'] = [];
  for (const block of body.replace(/^\n+|\n+$/g, '').split('\n\n')) {
    const made = plainElement(block);
    if (made === undefined) return undefined;
    if (children.length > 0) children.push({ type: 'text', value: '\n' });
    children.push(made);
  }
  return { type: 'root', children };
}

function plainElement(block: string): Element | undefined {
  const [, marks = '', words = block] = PLAIN_HEADING.exec(block) ?? [];
  const tagName = marks === '' ? 'p' : `h${marks.length}`;
  if (isPlain(words)) return element(tagName, words);
  if (isPlain(words.replaceAll(PLAIN_LINK, `${STAND_IN}$1`))) return { ...element(tagName, ''), children: withLinks(words) };
  const quoted = PLAIN_QUOTATION.exec(block)?.[1];
  if (quoted === undefined || !isPlain(quoted)) return undefined;
  const line: Text = { type: 'text', value: '\n' };
  return { type: 'element', tagName: 'blockquote', properties: {}, children: [line, element('p', quoted), { ...line }] };
}

function withLinks(words: string): Element['children'] {
  const children: Element['children'] = [];
  let end = 0;
  for (const { 0: link, 1: text = '', 2: href = '', index } of words.matchAll(PLAIN_LINK)) {
    if (index > end) children.push({ type: 'text', value: words.slice(end, index) });
    children.push({ ...element('a', text), properties: { href } });
    end = index + link.length;
  }
  if (end < words.length) children.push({ type: 'text', value: words.slice(end) });
  return children;
}

function element(tagName: string, value: string): Element {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] };
}
