import { isBefore } from './chunk.ts';
import type { Entry, Form } from './lexicon.ts';

/**
 * The vocabulary of a bundle as it is kept: a word a line, in order, with its stem where that is another.
 * A space comes before all letters, so the lines are in order as well.
 */
export function writeVocabulary(forms: readonly Form[]): string {
  return forms.map(([word, stem]) => (word === stem ? word : `${word} ${stem}`)).join('\n');
}

/** Every word and stem of the vocabularies of some bundles of a language, in order. */
export function makeEntries(vocabularies: readonly string[]): Entry[] {
  const standsIn = new Map<string, number[]>();
  const forms = new Map<string, string[]>();
  for (const [line, bundles] of mergeLines(vocabularies)) {
    const space = line.indexOf(' ');
    const [word, stem] = space < 0 ? [line, line] : [line.slice(0, space), line.slice(space + 1)];
    standsIn.set(word, bundles);
    const family = forms.get(stem);
    if (family === undefined) forms.set(stem, [word]);
    else family.push(word);
  }
  const before = orderOf(vocabularies);
  const stems = [...forms.keys()].filter((stem) => !standsIn.has(stem));
  const keys = [...standsIn.keys(), ...stems].sort((a, b) => (before(a, b) ? -1 : 1));
  return keys.map((key) => ({ key, bundles: standsIn.get(key) ?? [], forms: forms.get(key) ?? [] }));
}

/** Every line, with the positions of the vocabularies that have it. */
function* mergeLines(vocabularies: readonly string[]): Generator<[line: string, at: number[]]> {
  const before = orderOf(vocabularies);
  const lists = vocabularies.map((text) => (text === '' ? [] : text.split('\n')));
  const next = lists.map(() => 0);
  const heads = lists.map(([line]) => line);
  for (;;) {
    let least: string | undefined;
    for (const head of heads) if (head !== undefined && (least === undefined || before(head, least))) least = head;
    if (least === undefined) return;
    const having: number[] = [];
    for (let at = 0; at < heads.length; at += 1) {
      if (heads[at] !== least) continue;
      having.push(at);
      next[at] = (next[at] ?? 0) + 1;
      heads[at] = lists[at]?.[next[at] ?? 0];
    }
    yield [least, having];
  }
}

/** The order of words by code points, which is that of strings where no letter is beyond 0xFFFF. */
function orderOf(texts: readonly string[]): (a: string, b: string) => boolean {
  return texts.some((text) => /[\uD800-\uDFFF]/.test(text)) ? isBefore : (a, b) => a < b;
}
