import { align, type Piece } from './align.ts';
import { AROUND, isWithinWord, type Quotation, sumOf } from './quotation.ts';

/** Where the words of a quotation are in a text as it is now. */
export type Finding =
  /** The very words, in the very place. */
  | { state: 'found'; from: number; to: number }
  /** The words are there, but what stands around them has changed, or more than one place would do: it may be another place. */
  | { state: 'unsure'; from: number; to: number }
  /** The nearest passage, and how it differs. */
  | { state: 'changed'; from: number; to: number; pieces: readonly Piece[] }
  | { state: 'gone' };

/** Finds a quotation in a folded text. Of several places that would do, the one in its own paragraph is taken, whose bounds are given. */
export function find(text: string, quotation: Quotation, [start, stop]: readonly [number, number]): Finding {
  const { before, after } = quotation;
  const places = placesOf(text, quotation);
  const isHome = ({ from }: { from: number }) => from >= start && from < stop;
  const sure = places
    .filter(({ from, to }) => text.slice(0, from).endsWith(before) && text.slice(to).startsWith(after))
    .filter((place) => isHome(place) || isAtEnds(text, quotation, place));
  const [only, another] = sure.length > 1 ? sure.filter(isHome) : sure;
  if (only !== undefined && another === undefined) return { state: 'found', ...only };
  const place = places.find(isHome) ?? places[0];
  if (place !== undefined) return { state: 'unsure', ...place };
  const nearest = align(quotation.words, text, start);
  return nearest === undefined ? { state: 'gone' } : { state: 'changed', ...nearest };
}

/** Places with exactly the words of a quotation. */
function placesOf(text: string, { words, length, sum }: Quotation): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const to = from + (length ?? words.length);
    if (isWithinWord(text, from) || isWithinWord(text, to)) continue;
    if (sum === undefined || sumOf(text.slice(from, to)) === sum) places.push({ from, to });
  }
  return places;
}

/** A quotation with less around it than others stood at an end of the text. */
function isAtEnds(text: string, { before, after }: Quotation, { from, to }: { from: number; to: number }): boolean {
  return (before.length >= AROUND || from === before.length) && (after.length >= AROUND || text.length === to + after.length);
}
