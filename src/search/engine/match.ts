import type { WordsTerm } from './resolve.ts';

/**
 * Where a term begins in a space, given the numbers of each of its words there, in order.
 * In a row, each word stands right after the one before. With `within`, in any order, the last of
 * them stands at most so many words after the first, and two words of a term never are one of the text.
 */
export function matchWords(numbers: readonly (readonly number[])[], { within, slots }: Pick<WordsTerm, 'within' | 'slots'>): number[] {
  const [first = [], ...others] = numbers;
  if (others.length === 0) return [...first];
  if (numbers.some(({ length }) => length === 0)) return [];
  if (within === undefined) {
    // From the rarest word, of which the others must stand at the right distance.
    const rarest = numbers.reduce((best, list, at) => (list.length < (numbers[best]?.length ?? 0) ? at : best), 0);
    let starts = (numbers[rarest] ?? []).map((at) => at - rarest);
    for (const [at, list] of numbers.entries()) if (at !== rarest && starts.length > 0) starts = followed(starts, list, at);
    return starts;
  }
  const kinds = new Map<string, { numbers: readonly number[]; times: number }>();
  for (const [at, list] of numbers.entries()) {
    const name = JSON.stringify(slots[at], (_, value) => (value instanceof Set ? [...value] : value));
    const kind = kinds.get(name);
    if (kind === undefined) kinds.set(name, { numbers: list, times: 1 });
    else kind.times += 1;
  }
  const all = [...kinds.values()];
  return [...new Set(all.flatMap((kind) => kind.numbers))]
    .sort((a, b) => a - b)
    .filter((start) => all.every((kind) => rank(kind.numbers, start + within + 1) - rank(kind.numbers, start) >= kind.times));
}

/** How many of some sorted numbers are smaller than another. */
function rank(numbers: readonly number[], other: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < other) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of some sorted numbers of which there is another, at a distance, among other sorted numbers. */
function followed(starts: readonly number[], others: readonly number[], distance: number): number[] {
  const found: number[] = [];
  // Where there are many more of the others, walking past them takes longer than looking each one up.
  const isRare = starts.length * 16 < others.length;
  let next = 0;
  for (const start of starts) {
    if (isRare) next = rank(others, start + distance);
    else while ((others[next] ?? Number.POSITIVE_INFINITY) < start + distance) next += 1;
    if (others[next] === start + distance) found.push(start);
  }
  return found;
}
