import { isBefore } from './chunk.ts';
import type { BundleWords, Entry } from './lexicon.ts';

/**
 * The vocabulary of a bundle as it is kept: the frequent words in the first line, with spaces between them; then a word a
 * line, in order, with its stem where that is another. A space comes before all letters, so the lines are in order as well.
 */
export function writeVocabulary({ forms, frequent }: BundleWords): Buffer {
  return Buffer.from([frequent.join(' '), ...forms.map(([word, stem]) => (word === stem ? word : `${word} ${stem}`))].join('\n'));
}

/** Words that are frequent in at least half of some bundles. */
export function frequentWords(vocabularies: readonly Uint8Array[]): Set<string> {
  const decoder = new TextDecoder();
  const times = new Map<string, number>();
  for (const words of vocabularies) {
    const line = decoder.decode(words.subarray(0, endOfLine(words, 0)));
    for (const word of line.split(' ')) times.set(word, (times.get(word) ?? 0) + 1);
  }
  times.delete('');
  return new Set([...times].flatMap(([word, bundles]) => (bundles * 2 >= vocabularies.length ? [word] : [])));
}

/** Every word and stem of the vocabularies of some bundles of a language, in order. */
export function makeEntries(vocabularies: readonly Uint8Array[]): Entry[] {
  const entries: Entry[] = [];
  const families = new Map<string, string[]>();
  for (const [line, bundles] of mergeLines(vocabularies)) {
    const space = line.indexOf(' ');
    const key = space < 0 ? line : line.slice(0, space);
    entries.push({ key, bundles, forms: space < 0 ? [key] : [] });
    if (space < 0) continue;
    const stem = line.slice(space + 1);
    const family = families.get(stem);
    if (family === undefined) families.set(stem, [key]);
    else family.push(key);
  }
  const stems = [...families.keys()].sort(order);
  const all: Entry[] = [];
  let next = 0;
  for (const entry of entries) {
    for (let stem = stems[next]; stem !== undefined && isBefore(stem, entry.key); stem = stems[next]) {
      all.push({ key: stem, bundles: [], forms: families.get(stem) ?? [] });
      next += 1;
    }
    if (stems[next] !== entry.key) all.push(entry);
    else {
      all.push({ ...entry, forms: [...entry.forms, ...(families.get(entry.key) ?? [])].sort(order) });
      next += 1;
    }
  }
  for (const stem of stems.slice(next)) all.push({ key: stem, bundles: [], forms: families.get(stem) ?? [] });
  return all;
}

const NOTHING: Uint8Array = new Uint8Array();

const order = (a: string, b: string) => (isBefore(a, b) ? -1 : 1);

/**
 * Every line, with the positions of the vocabularies that have it. Lines are compared as bytes, whose order
 * is that of code points: of a million and a half in a large archive, hardly a tenth are not the same.
 */
function* mergeLines(texts: readonly Uint8Array[]): Generator<[line: string, having: number[]]> {
  const decoder = new TextDecoder();
  const starts = texts.map((text) => endOfLine(text, 0) + 1);
  const ends = texts.map((text, at) => endOfLine(text, starts[at] ?? 0));
  for (;;) {
    let having: number[] = [];
    let least = NOTHING;
    let from = 0;
    let to = 0;
    for (let each = 0; each < texts.length; each += 1) {
      const text = texts[each] ?? NOTHING;
      const start = starts[each] ?? 0;
      const end = ends[each] ?? 0;
      if (start >= text.length) continue;
      const difference = having.length === 0 ? -1 : compare(text, start, end, least, from, to);
      if (difference > 0) continue;
      if (difference === 0) having.push(each);
      else {
        having = [each];
        least = text;
        from = start;
        to = end;
      }
    }
    if (having.length === 0) return;
    yield [decoder.decode(least.subarray(from, to)), having];
    for (const each of having) {
      const start = (ends[each] ?? 0) + 1;
      starts[each] = start;
      ends[each] = endOfLine(texts[each] ?? NOTHING, start);
    }
  }
}

function endOfLine(text: Uint8Array, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== 10) at += 1;
  return at;
}

/** Below 0 where a line stands before another, 0 where they are the same. */
function compare(a: Uint8Array, from: number, to: number, b: Uint8Array, otherFrom: number, otherTo: number): number {
  const length = Math.min(to - from, otherTo - otherFrom);
  for (let at = 0; at < length; at += 1) {
    const difference = (a[from + at] ?? 0) - (b[otherFrom + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return to - from - (otherTo - otherFrom);
}
