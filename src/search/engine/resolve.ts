import type { Term, TextField } from '../query/nodes.ts';
import type { Space } from '../record.ts';
import type { Lookup } from './lookup.ts';

/** One word of a term, in the forms that were found in a language; `beginning`: any word that begins so. */
export type Slot = { forms: ReadonlySet<string> } | { beginning: string };

/** A term of words, ready to be looked for in the bundles of a language. */
export interface WordsTerm {
  slots: readonly Slot[];
  spaces: readonly Space[];
  within?: number;
  /** Names of the bundles that may have it; undefined where any may. */
  bundles?: ReadonlySet<string>;
}

const SPACES_OF: Record<TextField, readonly Space[]> = {
  text: ['text', 'title', 'author'],
  title: ['title'],
  author: ['author'],
  place: ['place'],
  person: ['person'],
};

/** Finds the forms of a term's words in a language, and the bundles that have them all; undefined for terms that are not words. */
export async function resolveTerm(term: Term, lookup: Lookup): Promise<WordsTerm | undefined> {
  if (term.kind === 'value' || term.kind === 'date') return undefined;
  const spaces = SPACES_OF[term.field];
  if (term.kind === 'word') {
    const forms = await lookup.formsOf(term.word);
    return { slots: [{ forms: new Set(forms) }], spaces, bundles: await bundlesOf(forms, lookup) };
  }
  const exact = term.kind === 'beginning' ? term.words.slice(0, -1) : term.words;
  const sets: ReadonlySet<string>[] = await Promise.all(exact.map(async (word) => new Set(await lookup.standsIn(word))));
  const slots: Slot[] = exact.map((word) => ({ forms: new Set([word]) }));
  if (term.kind === 'beginning') {
    const beginning = term.words.at(-1) ?? '';
    slots.push({ beginning });
    const words = await lookup.beginningWith(beginning);
    if (words !== undefined) sets.push(await bundlesOf(words, lookup));
  }
  const [first, ...others] = sets;
  return {
    slots,
    spaces,
    ...(term.kind === 'phrase' && term.within !== undefined && { within: term.within }),
    ...(first !== undefined && { bundles: others.reduce((both, set) => both.intersection(set), first) }),
  };
}

/** The words of a term as they were typed, which most often stand near their other forms. */
export function typedSlots(term: Term): Slot[] {
  if (term.kind === 'word') return [{ forms: new Set([term.word]) }];
  if (term.kind === 'phrase') return term.words.map((word) => ({ forms: new Set([word]) }));
  if (term.kind !== 'beginning') return [];
  return [...term.words.slice(0, -1).map((word) => ({ forms: new Set([word]) })), { beginning: term.words.at(-1) ?? '' }];
}

/** Whether a word fits a slot. */
export function fits(slot: Slot, word: string): boolean {
  return 'beginning' in slot ? word.startsWith(slot.beginning) : slot.forms.has(word);
}

async function bundlesOf(words: readonly string[], lookup: Lookup): Promise<ReadonlySet<string>> {
  return new Set((await Promise.all(words.map(lookup.standsIn))).flat());
}
