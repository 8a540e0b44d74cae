import type { ConcordanceLine } from '../engine.ts';
import type { MarkedSpace } from './marks.ts';

/** Letters that are shown to the left and to the right. */
const BESIDE = 60;

/** A line for each place that was found. */
export function linesOf({ blocks, words, marked, starts }: MarkedSpace): Pick<ConcordanceLine, 'left' | 'found' | 'right'>[] {
  const places = new Map(words.map((word, place) => [word.at, place]));
  return [...new Set(starts.map(({ at }) => at))].flatMap((at) => {
    const place = places.get(at);
    const first = words[place ?? -1];
    if (place === undefined || first === undefined) return [];
    let last = first;
    for (
      let next = words[place + 1];
      next !== undefined && next.block === first.block && next.at === last.at + 1 && marked.has(next.at);
      next = words[places.get(next.at + 1) ?? -1]
    )
      last = next;
    const text = blocks[first.block] ?? '';
    return [
      {
        left: cutStart(text.slice(Math.max(0, first.start - BESIDE), first.start), first.start > BESIDE),
        found: text.slice(first.start, last.end),
        right: cutEnd(text.slice(last.end, last.end + BESIDE), last.end + BESIDE < text.length),
      },
    ];
  });
}

function cutStart(text: string, isCut: boolean): string {
  return isCut ? text.replace(/^[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]*\s?/u, '') : text;
}

function cutEnd(text: string, isCut: boolean): string {
  return isCut ? text.replace(/\s?[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]*$/u, '') : text;
}
