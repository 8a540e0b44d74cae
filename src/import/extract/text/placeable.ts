import type { Element, ElementContent, Root } from 'hast';
import { attribute, textOf } from '../page/tree.ts';

/**
 * Puts what Markdown has no place for where it has one: the caption of a table becomes a line above it, the credit of a
 * picture follows its caption.
 */
export function placeable(node: Root | Element): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    placeable(child);
    if (child.tagName === 'img') credited(child);
    return child.tagName === 'table' ? [...captionsOf(child), child] : [child];
  });
}

function credited(picture: Element): void {
  const caption = attribute(picture, 'title');
  const credit = attribute(picture, 'dataCredit');
  if (credit !== '' && !caption.includes(credit)) picture.properties.title = caption === '' ? credit : `${caption} ${credit}`;
}

function captionsOf(table: Element): Element[] {
  const isCaption = (each: ElementContent): each is Element => each.type === 'element' && each.tagName === 'caption';
  const captions = table.children.filter(isCaption).filter((each) => textOf(each) !== '');
  return captions.map((caption) => ({ type: 'element', tagName: 'p', properties: {}, children: caption.children }));
}
