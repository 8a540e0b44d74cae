import { parseHTML } from 'linkedom';

/** What linkedom's documents are made of, as far as it is looked at here. */
export interface Node {
  nodeType: number;
  parentNode: Node | null;
  childNodes: Node[];
  data?: string;
}

/** An element. Nodes are linked in the order of the page, attributes after their element. */
export interface Tag extends Node {
  localName: string;
  parentElement: Tag | null;
  previousElementSibling: Tag | null;
  getAttributeNode(name: string): { value: string } | null;
  hasAttribute(name: string): boolean;
  /** The node after this one. */
  [NEXT]: Tag;
  /** The node that closes this one. */
  [END]: Tag;
}

export const ELEMENT = 1;
export const ATTRIBUTE = 2;
export const TEXT = 3;

const probe = parseHTML('<p></p>').document.createElement('p');

// linkedom keeps these to itself; its lists of children are made anew, node by node, each time they are asked for.
function linkOf(name: string): symbol {
  const found = Object.getOwnPropertySymbols(probe).find(({ description }) => description === name);
  if (found === undefined) throw new Error(`linkedom's nodes have no link “${name}”: this version of it is not known here.`);
  return found;
}

export const NEXT: unique symbol = linkOf('next') as never;
export const END: unique symbol = linkOf('end') as never;
