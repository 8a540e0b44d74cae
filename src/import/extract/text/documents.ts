import { Document, Element, parseHTML } from 'linkedom';
import { ELEMENT, END, NEXT, type Tag } from './nodes.ts';
import { testOf } from './selectors.ts';

// linkedom is made quicker here where a third of a page's time goes. Methods of its classes are replaced, for that is
// where the engines ask.

const asking = {
  querySelectorAll(this: Tag, selector: string): Tag[] {
    const test = testOf(selector, this);
    const found: Tag[] = [];
    for (let node = this[NEXT]; node !== this[END]; node = node[NEXT]) if (node.nodeType === ELEMENT && test(node)) found.push(node);
    return found;
  },
  querySelector(this: Tag, selector: string): Tag | null {
    const test = testOf(selector, this);
    for (let node = this[NEXT]; node !== this[END]; node = node[NEXT]) if (node.nodeType === ELEMENT && test(node)) return node;
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

Object.assign(Document.prototype, asking);
Object.assign(Element.prototype, asking, beingAsked);
keepNoListeners();

/** Every node and attribute begins by making room for those who listen to it, which nobody does. */
function keepNoListeners(): void {
  let kind: object = parseHTML('<p></p>').document.createElement('p').constructor;
  for (let above = Object.getPrototypeOf(kind); Object.getPrototypeOf(above) !== Function.prototype; above = Object.getPrototypeOf(kind)) kind = above;
  Object.setPrototypeOf(kind, class {});
}

/** Opens a page as the document of a browser, as far as the engines ask for one. */
export function openDocument(html: string): globalThis.Document {
  const { document } = parseHTML(html);
  Object.defineProperty(document, 'styleSheets', { value: [] });
  return document;
}
