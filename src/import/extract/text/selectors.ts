import { compile } from 'css-select';
import { Document, Element } from 'linkedom';

// linkedom compiles a selector each time it is asked, and the engines ask the same few hundred of every page: a tenth of
// all time. Here each is compiled once. Methods of its classes are replaced, for that is where the engines ask.

/** What the engines' documents are made of, as far as selectors look at it. */
interface Node {
  nodeType: number;
  parentNode: Node | null;
  childNodes: Node[];
  data?: string;
}
interface Tag extends Node {
  localName: string;
  parentElement: Tag | null;
  firstElementChild: Tag | null;
  nextElementSibling: Tag | null;
  previousElementSibling: Tag | null;
  getAttribute(name: string): string | null;
  getAttributeNode(name: string): { value: string } | null;
  hasAttribute(name: string): boolean;
}
type Test = (element: Tag) => boolean;

const adapter = {
  isTag: (node: Node): node is Tag => node.nodeType === 1,
  getAttributeValue: (element: Tag, name: string) => element.getAttributeNode(name)?.value,
  getChildren: (node: Node) => node.childNodes,
  getName: (element: Tag) => element.localName.toLowerCase(),
  getParent: (node: Node) => node.parentNode,
  getSiblings: (node: Node) => node.parentNode?.childNodes ?? [node],
  prevElementSibling: (node: Node) => (node as Tag).previousElementSibling,
  getText,
  hasAttrib: (element: Tag, name: string) => element.hasAttribute(name),
  // For queries over several elements, of which there are none here.
  removeSubsets: (nodes: Node[]) => nodes,
};

function getText(node: Node): string {
  return node.nodeType === 1 ? node.childNodes.map(getText).join('') : node.nodeType === 3 ? (node.data ?? '') : '';
}

/** Selectors that are kept; pages put their own ids into some, so the oldest make room. */
const MOST = 2_000;
const kept = new Map<string, Test>();

// What these have found out they hold for as long as they live, and pages change; the first means the element that is asked.
const OF_ITS_TIME = /:(?:scope|has|i?contains)\b/i;

function testOf(selector: string, context: Node): Test {
  if (OF_ITS_TIME.test(selector)) return compile<Node, Tag>(selector, { adapter, ...(selector.includes(':scope') && { context: context as Tag }) }) as Test;
  let test = kept.get(selector);
  if (test === undefined) {
    test = compile<Node, Tag>(selector, { adapter, cacheResults: false }) as Test;
    for (const oldest of kept.keys()) {
      if (kept.size < MOST) break;
      kept.delete(oldest);
    }
    kept.set(selector, test);
  }
  return test;
}

/** Elements below a node, in their order. */
function* below(root: Node): Generator<Tag> {
  let next = (root as Tag).firstElementChild;
  while (next !== null) {
    yield next;
    let up: Tag | null = next;
    next = next.firstElementChild;
    while (next === null && up !== null && up !== root) {
      next = up.nextElementSibling;
      up = up.parentElement;
    }
  }
}

const asking = {
  querySelectorAll(this: Node, selector: string): Tag[] {
    const test = testOf(selector, this);
    return [...below(this)].filter(test);
  },
  querySelector(this: Node, selector: string): Tag | null {
    const test = testOf(selector, this);
    for (const element of below(this)) if (test(element)) return element;
    return null;
  },
};

const beingAsked = {
  matches(this: Tag, selector: string): boolean {
    return testOf(selector, this)(this);
  },
  closest(this: Tag, selector: string): Tag | null {
    const test = testOf(selector, this);
    let element: Tag | null = this;
    while (element !== null && !test(element)) element = element.parentElement;
    return element;
  },
};

/** Has linkedom's documents ask with selectors that are compiled once. */
export function keepSelectors(): void {
  Object.assign(Document.prototype, asking);
  Object.assign(Element.prototype, asking, beingAsked);
}
