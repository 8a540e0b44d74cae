import { compile } from 'css-select';
import { parse, type Selector, SelectorType } from 'css-what';
import { remembering } from '../memo.ts';
import { ATTRIBUTE, ELEMENT, NEXT, type Node, type Tag, TEXT } from './nodes.ts';

// linkedom compiles a selector each time it is asked and holds every element against each part of it, and the engines
// ask the same few hundred lists of every page: a third of their time. Here a list is compiled once and sorted, as
// browsers sort style sheets, by what an element must have to be picked at all: an id, a class, an attribute, a name.

/** Whether a selector picks an element. */
export type Test = (element: Tag) => boolean;

const adapter = {
  isTag: (node: Node): node is Tag => node.nodeType === ELEMENT,
  getAttributeValue: (element: Tag, name: string) => element.getAttributeNode(name)?.value,
  getChildren: (node: Node) => node.childNodes,
  getName,
  getParent: (node: Node) => node.parentNode,
  getSiblings: (node: Node) => node.parentNode?.childNodes ?? [node],
  prevElementSibling: (node: Node) => (node as Tag).previousElementSibling,
  getText,
  hasAttrib: (element: Tag, name: string) => element.hasAttribute(name),
  // For queries over several elements, of which there are none here.
  removeSubsets: (nodes: Node[]) => nodes,
};

function getName({ localName }: Tag): string {
  return localName.toLowerCase();
}

function getText(node: Node): string {
  return node.nodeType === ELEMENT ? node.childNodes.map(getText).join('') : node.nodeType === TEXT ? (node.data ?? '') : '';
}

/** Selectors that are kept; pages put their own ids into some. */
const MOST = 2_000;
const kept = remembering(MOST, (selector) => tested(() => listTest(parse(selector))));

/** The test of a selector that is asked of an element or a document. */
export function testOf(selector: string, context: Node): Test {
  // It means the element that is asked.
  if (/:scope\b/i.test(selector)) return tested(() => compile<Node, Tag>(selector, { adapter, context: context as Tag }) as Test);
  return kept(selector);
}

/** Engines make selectors of ids that pages give (`#fn:0`); one that is none picks nothing, and the page is not given up for it. */
function tested(make: () => Test): Test {
  try {
    return make();
  } catch {
    return () => false;
  }
}

/** What an element must have to be picked at all. */
type Kind = 'ids' | 'classes' | 'attributes' | 'names' | 'others';

/** The parts of a list of selectors by what an element must have to be picked by them. */
type Sorted = Record<Kind, ReadonlyMap<string, Test>>;

function listTest(list: Selector[][]): Test {
  const keyed = list.map((selector) => ({ selector, key: keyOf(selector) }));
  const sorted = (kind: Kind): ReadonlyMap<string, Test> => {
    const groups = Map.groupBy(
      keyed.filter(({ key }) => key.kind === kind),
      ({ key }) => key.value,
    );
    // What these find out they would hold for as long as they live, and pages change.
    const test = (group: readonly { selector: Selector[] }[]) =>
      compile<Node, Tag>(
        group.map(({ selector }) => selector),
        { adapter, cacheResults: false },
      ) as Test;
    return new Map([...groups].map(([value, group]) => [value, test(group)]));
  };
  const all: Sorted = { ids: sorted('ids'), classes: sorted('classes'), attributes: sorted('attributes'), names: sorted('names'), others: sorted('others') };
  return (element) => picks(all, element);
}

/** What the last part of a selector, which is the element itself, cannot do without; an id tells most. */
function keyOf(selector: readonly Selector[]): { kind: Kind; value: string } {
  const own = selector.slice(selector.findLastIndex(({ type }) => COMBINATORS.has(type)) + 1);
  let key: { kind: Kind; value: string } = { kind: 'others', value: '' };
  for (const part of own) {
    if (part.type === SelectorType.Tag && key.kind === 'others') key = { kind: 'names', value: part.name.toLowerCase() };
    if (part.type !== SelectorType.Attribute || part.namespace) continue;
    const isExact = part.ignoreCase !== true;
    if (isExact && part.action === 'equals' && part.name === 'id') return { kind: 'ids', value: part.value };
    if (isExact && part.action === 'element' && part.name === 'class') key = { kind: 'classes', value: part.value };
    else if (part.action !== 'not' && key.kind !== 'classes') key = { kind: 'attributes', value: part.name };
  }
  return key;
}

const COMBINATORS = new Set<string>([
  SelectorType.Descendant,
  SelectorType.Child,
  SelectorType.Adjacent,
  SelectorType.Sibling,
  SelectorType.Parent,
  SelectorType.ColumnCombinator,
]);

function picks({ ids, classes, attributes, names, others }: Sorted, element: Tag): boolean {
  if (names.size > 0 && names.get(getName(element))?.(element)) return true;
  if (ids.size + classes.size + attributes.size > 0) {
    for (let node = element[NEXT]; node.nodeType === ATTRIBUTE; node = node[NEXT]) {
      const { name, value } = node as unknown as Attr;
      if (attributes.get(name)?.(element)) return true;
      if (name === 'id' && ids.get(value)?.(element)) return true;
      if (name === 'class' && classes.size > 0) for (const each of classesOf(value)) if (classes.get(each)?.(element)) return true;
    }
  }
  return others.get('')?.(element) ?? false;
}

/** Values of `class` that are kept apart. */
const MOST_VALUES = 10_000;
const classesOf = remembering(MOST_VALUES, (value): readonly string[] => value.split(/\s+/));
