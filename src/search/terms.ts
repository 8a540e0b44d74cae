import { foldWords } from './words.ts';

/** A part of what was typed that an article must have: a word or a phrase. */
export interface Term {
  /** As typed, quotation marks included. */
  raw: string;
  /** Without quotation marks. */
  text: string;
  quoted: boolean;
  /** Its words as they are looked up: more than one for a phrase, and for a word that is cut (`l’armée`, `停火`). */
  words: readonly string[];
}

// A quotation that is not closed yet goes to the end.
const PARTS = /"([^"]*)"?|“([^”“"]*)[”"]?|«([^»]*)»?|[^\s"“«]+/gu;
const MOST_TERMS = 16;

/** Reads what was typed. Every text is a query; parts without a letter or digit say nothing, and repetitions say nothing new. */
export function readTerms(text: string): Term[] {
  const terms = new Map<string, Term>();
  for (const match of text.matchAll(PARTS)) {
    const [raw = '', ...quotations] = match;
    const quotation = quotations.find((each) => each !== undefined);
    const words = foldWords(quotation ?? raw);
    const key = words.join(' ');
    if (words.length === 0 || terms.has(key)) continue;
    terms.set(key, { raw, text: (quotation ?? raw).trim(), quoted: quotation !== undefined, words });
    if (terms.size === MOST_TERMS) break;
  }
  return [...terms.values()];
}

/** What was typed, without the terms that a test picks out. */
export function withoutTerms(text: string, picked: (term: Term) => boolean): string {
  return readTerms(text)
    .filter((term) => !picked(term))
    .map(({ raw }) => raw)
    .join(' ');
}
