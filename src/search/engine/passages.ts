import type { Passage, Piece } from '../engine.ts';
import type { MarkedSpace } from './marks.ts';

/** About how long a passage is, in letters, how many words of it stand before what was found, and most of them for an article. */
const LENGTH = 230;
const LEAD = 9;
const MOST = 8;

/** Words that tell a place in a page from others, at most so many. */
const QUOTE_WORDS = 8;

/** A whole space in pieces. */
export function piecesOf({ blocks, words, marked }: MarkedSpace, block = 0): Piece[] {
  const own = words.filter((word) => word.block === block);
  return pieces(blocks[block] ?? '', own, marked, 0, (blocks[block] ?? '').length);
}

/** Passages of a text, the one that shows most of what was looked for first, then the others in order; its beginning where nothing was found in it. */
export function passagesOf(space: MarkedSpace): Passage[] {
  const best = bestStart(space);
  if (best === undefined) return [passageAt(space, space.words[0]?.at ?? 0, 0)];
  const passages = [passageAt(space, best, LEAD)];
  let end = -1;
  for (const { at } of space.starts) {
    if (passages.length === MOST) break;
    if (at <= end || Math.abs(at - best) < LEAD * 3) continue;
    passages.push(passageAt(space, at, LEAD));
    end = at + LEAD * 3;
  }
  return passages;
}

/** Number of the word where most terms are near each other, the first of several. */
function bestStart({ starts }: MarkedSpace): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [first, { at }] of starts.entries()) {
    const near = new Set<number>();
    for (let next = first; next < starts.length && (starts[next]?.at ?? 0) < at + 25; next += 1) near.add(starts[next]?.term ?? 0);
    if (near.size > most) {
      most = near.size;
      best = at;
    }
  }
  return best;
}

function passageAt({ blocks, words, marked }: MarkedSpace, at: number, lead: number): Passage {
  const place = words.findIndex((word) => word.at === at);
  const found = words[place];
  if (found === undefined) return { pieces: [], quote: '' };
  const text = blocks[found.block] ?? '';
  const inBlock = words.filter(({ block }) => block === found.block);
  const index = inBlock.indexOf(found);
  const first = index <= lead ? undefined : inBlock[index - lead];
  const start = first?.start ?? 0;
  let end = text.length;
  for (const word of inBlock) {
    if (word.end - start <= LENGTH) continue;
    end = Math.max(word.start, found.end);
    break;
  }
  const shown = pieces(text, inBlock, marked, start, end);
  if (start > 0) shown.unshift({ text: '… ', marked: false });
  if (end < text.length) shown.push({ text: '…', marked: false });
  const last = inBlock[Math.min(index + QUOTE_WORDS, inBlock.length) - 1];
  return { pieces: shown, quote: text.slice(found.start, last?.end ?? found.end) };
}

/** Part of a block in pieces; marked words that stand next to each other are one. */
function pieces(text: string, words: MarkedSpace['words'], marked: ReadonlySet<number>, start: number, end: number): Piece[] {
  const made: Piece[] = [];
  const add = (from: number, to: number, isMarked: boolean) => {
    if (from < to) made.push({ text: text.slice(from, to), marked: isMarked });
  };
  let done = start;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.start < start || word.end > end || !marked.has(word.at)) continue;
    let last = word;
    for (
      let next = words[at + 1];
      next !== undefined && next.end <= end && marked.has(next.at) && isGap(text.slice(last.end, next.start));
      next = words[at + 1]
    ) {
      last = next;
      at += 1;
    }
    add(done, word.start, false);
    add(word.start, last.end, true);
    done = last.end;
  }
  add(done, end, false);
  return made;
}

/** Whether no punctuation to speak of stands between two words. */
function isGap(between: string): boolean {
  return /^[\s\p{Pd}'’]*$/u.test(between);
}
