/** An article's text as quotations see it, and where each of its characters stands on the page. */
export interface PageText {
  /** With white space folded, a space between blocks. */
  text: string;
  /** Where the characters of `text` are. */
  at: readonly (readonly [node: Text, offset: number])[];
}

const BLOCKS = 'p,li,dt,dd,h2,h3,h4,h5,h6,pre,tr,td,th,figcaption,blockquote,div';

/** Reads the text of an element. */
export function readPage(body: Element): PageText {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const at: [Text, number][] = [];
  let text = '';
  let block: Element | null | undefined;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const own = node.parentElement?.closest(BLOCKS);
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const isSpace = /\s/.test(node.data.charAt(offset));
      if ((isSpace || own !== block) && text !== '' && !text.endsWith(' ')) {
        text += ' ';
        at.push([node, offset]);
      }
      block = own;
      if (isSpace) continue;
      text += node.data.charAt(offset);
      at.push([node, offset]);
    }
  }
  return { text, at };
}

/** The passage of a text as a range of the page. */
export function rangeOf({ at }: PageText, from: number, to: number): Range {
  const range = new Range();
  const [start, stop] = [at[from], at[to - 1]];
  if (start !== undefined) range.setStart(...start);
  if (stop !== undefined) range.setEnd(stop[0], stop[1] + 1);
  return range;
}

/** The part of a text that a range of the page holds, or an element; none is `[-1, -1]`. */
export function boundsOf({ at }: PageText, holds: (node: Text, offset: number) => boolean): [from: number, to: number] {
  const from = at.findIndex(([node, offset]) => holds(node, offset));
  return [from, from < 0 ? from : at.findLastIndex(([node, offset]) => holds(node, offset)) + 1];
}
