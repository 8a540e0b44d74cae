import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';
import { type RenderOptions, renderBody } from '../../src/markdown/processor.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** An element as a browser's parser makes it. */
export type Element = DefaultTreeAdapterTypes.Element;

/** A site under `/news/` that shows pictures of one other host. */
export const site: RenderOptions = { href: (path) => `/news${encodeURI(path)}`, imageHosts: ['images.example.org'] };

/** A text's page, parsed as a browser would: what stands in the container, and its HTML. */
export function render(body: string, options: RenderOptions = site): { html: string; root: Node; all: Element[]; text: string } {
  const html = renderBody(body, options);
  const root = parseFragment(html);
  return { html, root, all: elementsOf(root), text: textOf(root) };
}

/** Every element below a node, in the order of the document. */
export function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => (defaultTreeAdapter.isElementNode(child) ? [child, ...elementsOf(child)] : elementsOf(child)));
}

/** A node's text, as `textContent` gives it. */
export function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The value of an attribute, or undefined. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((each) => each.name === name)?.value;
}

/** Elements of one name. */
export function named(all: readonly Element[], name: string): Element[] {
  return all.filter(({ tagName }) => tagName === name);
}

/** The whole page that an HTML text stands in, with something after it; to see whether it stays where it belongs. */
export function inPage(html: string): { container: Element | undefined; after: Element | undefined; page: Element[] } {
  const document = parse(
    `<!doctype html><html><head><title>T</title></head><body><main><div data-article-body>${html}</div><footer>After</footer></main></body></html>`,
  );
  const page = elementsOf(document);
  return {
    page,
    container: page.find((each) => attribute(each, 'data-article-body') !== undefined),
    after: page.find(({ tagName }) => tagName === 'footer'),
  };
}
