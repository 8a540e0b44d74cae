import type { Element, Root } from 'hast';
import { elements, textOf } from '../page/tree.ts';

const PARTS = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'colgroup', 'col', 'caption']);
/** Characters of a cell from which on it holds text rather than data. */
const LONG_CELL = 400;

/** Makes plain boxes of tables that arrange a page: those that hold others, are one column or row, or whose cells hold whole texts. */
export function layoutTables(tree: Root): void {
  for (const element of elements(tree)) {
    if (element.tagName !== 'table' || !arranges(element)) continue;
    for (const part of partsOf(element)) {
      part.tagName = 'div';
      part.properties = { className: part.properties.className, id: part.properties.id };
    }
  }
}

function arranges(table: Element): boolean {
  const inside = elements(table).filter((each) => each !== table);
  if (inside.some(({ tagName }) => tagName === 'table' || tagName === 'form' || tagName === 'h1')) return true;
  if (inside.some(({ tagName }) => tagName === 'th')) return false;
  const rows = inside.filter(({ tagName }) => tagName === 'tr').map((row) => row.children.filter((each) => each.type === 'element' && PARTS.has(each.tagName)));
  const cells = rows.flat();
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  return rows.length < 2 || columns < 2 || cells.some((cell) => textOf(cell).length > LONG_CELL);
}

/** The table and its rows and cells, without what stands in its cells. */
function partsOf(table: Element): Element[] {
  const parts = [table];
  for (const part of parts)
    for (const child of part.children) if (child.type === 'element' && child.tagName !== 'table' && PARTS.has(child.tagName)) parts.push(child);
  return parts;
}
