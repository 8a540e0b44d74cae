import { countWords, type Places, readWords } from '../chunk.ts';
import { SPACES } from '../record.ts';
import { matchWords } from './match.ts';
import { type Count, Matches } from './matches.ts';
import { fits, type Slot, type WordsTerm } from './resolve.ts';

/** How a term of several words is looked for in the index. */
export interface Reading {
  /** Loads the parts of the index in which the words of a slot stand. */
  load(slot: Slot): Promise<Uint8Array[]>;
  costOf(slot: Slot): number;
  /** Slots that cost no more are loaded at once. */
  light: number;
  /** Number of articles of the bundle. */
  articles: number;
  /** What it costs to read the text of an article instead. */
  text: number;
  matchTexts(term: WordsTerm, pages: readonly number[]): Promise<Matches>;
}

/** Counts a single word, in any of its forms. */
export function countWord(chunks: readonly Uint8Array[], slot: Slot, { spaces }: WordsTerm, articles: number): Matches {
  const matches = new Matches(articles);
  const wanted = SPACES.map((space) => spaces.includes(space));
  const title = SPACES.indexOf('title');
  for (const bytes of chunks) {
    countWords(
      bytes,
      (form) => fits(slot, form),
      (page, space, times) => {
        if (wanted[space]) matches.add(page, space === title ? 0 : times, space === title ? times : 0);
      },
    );
  }
  return matches;
}

/**
 * Counts the places of several words: the rare ones first; where few articles are left, their texts are
 * read rather than the many places of a frequent word.
 */
export async function countPlaces(term: WordsTerm, { load, costOf, light, articles, text, matchTexts }: Reading): Promise<Matches> {
  const places = new Map<Slot, Map<number, Places[]>>();
  const read = async (slot: Slot) => void places.set(slot, placesIn(await load(slot), slot));
  const byCost = term.slots.toSorted((a, b) => costOf(a) - costOf(b));
  const first = byCost.filter((slot, at) => at === 0 || costOf(slot) <= light);
  await Promise.all(first.map(read));
  for (const [at, slot] of byCost.entries()) {
    if (at < first.length) continue;
    const pages = pagesOfAll([...places.values()]);
    if (pages.length === 0) return new Matches(articles);
    const left = byCost.slice(at).reduce((sum, each) => sum + costOf(each), 0);
    if (pages.length * text < left) return matchTexts(term, pages);
    await read(slot);
  }
  const matches = new Matches(articles);
  const inSlots = term.slots.map((slot) => places.get(slot));
  for (const page of pagesOfAll([...places.values()])) {
    const { text: inText, title } = countIn(
      term,
      inSlots.map((slot) => numbersOf(slot?.get(page))),
    );
    matches.add(page, inText, title);
  }
  return matches;
}

/** Articles that have every slot. */
function pagesOfAll(slots: readonly ReadonlyMap<number, unknown>[]): number[] {
  const [rarest, ...others] = slots.toSorted((a, b) => a.size - b.size);
  return [...(rarest?.keys() ?? [])].filter((page) => others.every((slot) => slot.has(page)));
}

/** Where the words of a slot are, by article. */
function placesIn(chunks: readonly Uint8Array[], slot: Slot): Map<number, Places[]> {
  const byPage = new Map<number, Places[]>();
  for (const bytes of chunks) {
    for (const each of readWords(bytes, (form) => fits(slot, form))) {
      const known = byPage.get(each.page);
      if (known === undefined) byPage.set(each.page, [each]);
      else known.push(each);
    }
  }
  return byPage;
}

/** Numbers of words in one article, by space as {@link SPACES} has them. */
type Numbers = readonly (readonly number[] | undefined)[];

/** Counts a term whose slots stand at some places of one article, in the spaces that it is looked for in. */
export function countIn(term: WordsTerm, slots: readonly Numbers[]): Count {
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

/** The numbers of all forms of a slot in one article. */
function numbersOf(forms: readonly Places[] = []): Numbers {
  const spaces: number[][] = [];
  for (const { space, numbers } of forms) {
    const known = spaces[space];
    spaces[space] = known === undefined ? numbers() : [...known, ...numbers()].sort((a, b) => a - b);
  }
  return spaces;
}
