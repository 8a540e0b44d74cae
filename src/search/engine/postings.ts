import { type Places, readCounts, readWords } from '../chunk.ts';
import { SPACES } from '../record.ts';
import { matchWords } from './match.ts';
import { fits, type Slot, type WordsTerm } from './resolve.ts';

/** How often a term is in an article: in its text, and in its title. */
export interface Count {
  text: number;
  title: number;
}

/** The articles of a bundle that a term is in. */
export type Matches = ReadonlyMap<number, Count>;

/** How a term of several words is looked for in the index. */
export interface Reading {
  /** Loads the parts of the index in which the words of a slot stand. */
  load(slot: Slot): Promise<Uint8Array[]>;
  costOf(slot: Slot): number;
  /** Slots that cost no more are loaded at once. */
  light: number;
  /** What it costs to read the text of an article instead. */
  text: number;
  matchTexts(term: WordsTerm, pages: readonly number[]): Promise<Matches>;
}

/** Counts a single word, in any of its forms. */
export function countWords(chunks: readonly Uint8Array[], slot: Slot, { spaces }: WordsTerm): Matches {
  const matches = new Map<number, Count>();
  const [title, others] = [spaces.includes('title'), spaces.filter((space) => space !== 'title').map((space) => SPACES.indexOf(space))];
  const titleAt = SPACES.indexOf('title');
  for (const bytes of chunks) {
    for (const [, pages] of readCounts(bytes, (form) => fits(slot, form))) {
      for (const { page, spaces: own } of pages) {
        let text = 0;
        for (const at of others) text += own[at] ?? 0;
        const inTitle = title ? (own[titleAt] ?? 0) : 0;
        if (text + inTitle === 0) continue;
        const known = matches.get(page);
        if (known === undefined) matches.set(page, { text, title: inTitle });
        else {
          known.text += text;
          known.title += inTitle;
        }
      }
    }
  }
  return matches;
}

/**
 * Counts the places of several words: the rare ones first; where few articles are left, their texts are
 * read rather than the many places of a frequent word.
 */
export async function countPlaces(term: WordsTerm, { load, costOf, light, text, matchTexts }: Reading): Promise<Matches> {
  const places = new Map<Slot, Map<number, Places['spaces']>>();
  const read = async (slot: Slot) => void places.set(slot, placesIn(await load(slot), slot));
  const byCost = term.slots.toSorted((a, b) => costOf(a) - costOf(b));
  const first = byCost.filter((slot, at) => at === 0 || costOf(slot) <= light);
  await Promise.all(first.map(read));
  for (const [at, slot] of byCost.entries()) {
    if (at < first.length) continue;
    const pages = pagesOfAll([...places.values()]);
    if (pages.length === 0) return new Map();
    const left = byCost.slice(at).reduce((sum, each) => sum + costOf(each), 0);
    if (pages.length * text < left) return matchTexts(term, pages);
    await read(slot);
  }
  const matches = new Map<number, Count>();
  for (const page of pagesOfAll([...places.values()])) {
    const count = countIn(
      term,
      term.slots.map((slot) => places.get(slot)?.get(page) ?? []),
    );
    if (count.text + count.title > 0) matches.set(page, count);
  }
  return matches;
}

/** Articles that have every slot. */
function pagesOfAll(slots: readonly ReadonlyMap<number, unknown>[]): number[] {
  const [rarest, ...others] = slots.toSorted((a, b) => a.size - b.size);
  return [...(rarest?.keys() ?? [])].filter((page) => others.every((slot) => slot.has(page)));
}

/** Where the words of a slot are, by article. */
function placesIn(chunks: readonly Uint8Array[], slot: Slot): Map<number, Places['spaces']> {
  const merged = new Map<number, Places['spaces']>();
  for (const bytes of chunks) {
    for (const [, places] of readWords(bytes, (form) => fits(slot, form)))
      for (const { page, spaces } of places) merged.set(page, mergeSpaces(merged.get(page), spaces));
  }
  return merged;
}

/** Counts a term whose slots stand at some places of one article, in the spaces that it is looked for in. */
export function countIn(term: WordsTerm, slots: readonly Places['spaces'][]): Count {
  const count = { text: 0, title: 0 };
  for (const space of term.spaces) {
    const at = SPACES.indexOf(space);
    count[space === 'title' ? 'title' : 'text'] += matchWords(
      slots.map((spaces) => spaces[at] ?? []),
      term,
    ).length;
  }
  return count;
}

function mergeSpaces(known: Places['spaces'] | undefined, more: Places['spaces']): Places['spaces'] {
  if (known === undefined) return more;
  return Array.from({ length: Math.max(known.length, more.length) }, (_, space) => {
    const [one, two] = [known[space], more[space]];
    return one === undefined ? two : two === undefined ? one : [...one, ...two].sort((a, b) => a - b);
  });
}
