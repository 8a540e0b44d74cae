import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { eachElement } from './elements.ts';
import { isLinkable } from './paragraph-ids.ts';

/** Every id in a text, in order. */
export function idsIn(tree: Root): string[] {
  const ids: string[] = [];
  eachElement(tree, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}

/**
 * Gives a text the ids that earlier versions of it had, as empty marks where each leads now.
 * @param versions ids of earlier versions, from old to new.
 */
export function formerIds(tree: Root, versions: readonly (readonly string[])[]): void {
  if (versions.length === 0) return;
  const ids = idsIn(tree);
  const has = new Set(ids);
  if (versions.every((version) => version.every((id) => has.has(id)))) return;
  const blocks = new Set<unknown>();
  eachElement(tree, (node) => {
    if (isLinkable(node) && !isInline(String(node.properties.id))) blocks.add(node.properties.id);
  });
  const places = placeFormerIds(
    versions.map((version) => version.filter((id) => !isInline(id))),
    ids.filter((id) => blocks.has(id)),
  );
  // Marks that the text itself had set are not places; where they are no more, the text begins.
  const marks = versions.flat().filter((id) => isInline(id) && !has.has(id));
  tree.children.unshift(...[...new Set(marks), ...(places.get(START) ?? [])].filter((id) => !has.has(id)).map(markOf));
  visit(tree, 'element', (node, at, parent) => {
    const led = places.get(String(node.properties.id))?.filter((id) => !has.has(id)) ?? [];
    if (led.length === 0 || parent === undefined || at === undefined) return undefined;
    places.delete(String(node.properties.id));
    const found = led.map(markOf);
    if (node.tagName !== 'table' && node.tagName !== 'figure') {
      node.children.splice(isOwnLink(node.children[0]) ? 1 : 0, 0, ...found);
      return undefined;
    }
    parent.children.splice(at, 0, ...found);
    return at + found.length + 1;
  });
}

// Ids of the text's own marks and of footnotes; see `sanitize.ts` and `footnotes.ts`.
function isInline(id: string): boolean {
  return !/^p[0-9a-hjkmnp-tv-z]{7}(?:-\d+)?$/.test(id);
}

function isOwnLink(node: Element['children'][number] | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'a' && node.properties.ariaLabel !== undefined && node.children.length === 0;
}

function markOf(id: string): Element {
  return { type: 'element', tagName: 'span', properties: { id }, children: [] };
}

/** Where ids lead when a text has no paragraph left. */
export const START = '';

/**
 * Where paragraph ids lead that a text has no more, by the ids that it has: to the paragraph that was
 * made of theirs; where theirs was deleted, to the one that followed it, or else went before. An edited
 * paragraph is known by its place between neighbours that stayed, version by version.
 * @param versions ids of earlier versions, from old to new.
 */
export function placeFormerIds(versions: readonly (readonly string[])[], ids: readonly string[]): Map<string, string[]> {
  let places = new Map<string, string[]>();
  let before: readonly string[] = [];
  for (const after of [...versions.filter((version) => version.length > 0), ids]) {
    const next = new Map<string, string[]>();
    const has = new Set(after);
    for (const [id, to] of followParagraphs(before, after)) {
      const led = [...(places.get(id) ?? []), id].filter((each) => !has.has(each));
      if (led.length > 0) next.set(to, [...(next.get(to) ?? []), ...led]);
    }
    places = next;
    before = after;
  }
  return places;
}

/** What became of each paragraph between two versions: itself, or the one that stands for it. */
function followParagraphs(before: readonly string[], after: readonly string[]): [id: string, to: string][] {
  const positions = new Map(after.map((id, at) => [id, at]));
  const kept = new Set(before);
  const followed: [string, string][] = [];
  let at = 0;
  while (at < before.length) {
    const id = before[at] ?? '';
    if (positions.has(id)) {
      followed.push([id, id]);
      at += 1;
      continue;
    }
    let end = at;
    while (end < before.length && !positions.has(before[end] ?? '')) end += 1;
    const gone = before.slice(at, end);
    const previous = at === 0 ? -1 : (positions.get(before[at - 1] ?? '') ?? -1);
    const following = end === before.length ? after.length : (positions.get(before[end] ?? '') ?? after.length);
    const made = newBetween(after, kept, previous, following);
    for (const [nth, each] of gone.entries()) {
      const to = made.length > 0 ? made[Math.floor((nth * made.length) / gone.length)] : (after[following] ?? after[previous]);
      followed.push([each, to ?? after[0] ?? START]);
    }
    at = end;
  }
  return followed;
}

/** New paragraphs right after one that stayed, or else right before the next; where paragraphs were moved, the two need not meet. */
function newBetween(after: readonly string[], kept: ReadonlySet<string>, previous: number, following: number): readonly string[] {
  let end = previous + 1;
  while (end < after.length && !kept.has(after[end] ?? '')) end += 1;
  if (end > previous + 1) return after.slice(previous + 1, end);
  let start = following;
  while (start > 0 && !kept.has(after[start - 1] ?? '')) start -= 1;
  return after.slice(start, following);
}
