import type { Piece } from './engine.ts';
import { BLOCK_END, foldWord, GLUE, TEXT_START, withoutMarks } from './words.ts';

/** An article's text in the index (see `record.ts`), and where in it each term was found. */
export interface Found {
  content: string;
  terms: readonly FoundTerm[];
}

/** Where a term was found: positions of words, at least one where it is in the text. */
export interface FoundTerm {
  positions: readonly number[];
  phrase: boolean;
}

/**
 * Forms in which words were found (`minister`, `ministers`), a set a term. An engine may name only one
 * place in each article, but it names the forms of all: every place of each of them is a hit.
 */
export function formsOf(articles: readonly Found[]): ReadonlySet<string>[] {
  const forms: Set<string>[] = [];
  for (const { content, terms } of articles) {
    const words = content.split(' ');
    for (const [term, { positions, phrase }] of terms.entries()) {
      forms[term] ??= new Set();
      if (!phrase) for (const at of positions) forms[term].add(formOf(words[at]));
    }
  }
  for (const each of forms) each.delete('');
  return forms;
}

/** About how long a passage is, in characters, and how many words of it stand before the first hit. */
const LENGTH = 230;
const LEAD = 9;

/** The headline, and the passage that shows most of what was looked for. */
export function passageOf(found: Found, forms: readonly ReadonlySet<string>[] = formsOf([found])): { title: Piece[]; passage: Piece[] } {
  const words = found.content.split(' ');
  const terms = found.terms.map((term, at) => placesOf(words, term, forms[at]));
  const marked = new Set(terms.flat());
  const isMarked = (at: number) => marked.has(at);
  const titleEnd = words.findIndex((word) => word === BLOCK_END || word === TEXT_START);
  const start = bestStart(words, titleEnd + 1, terms);
  let end = start;
  for (let length = 0; end < words.length && length < LENGTH; end += 1) length += (words[end] ?? '').length + 1;
  const passage = pieces(words, start, end, isMarked);
  const isBlockStart = start === 0 || [BLOCK_END, TEXT_START].includes(words[start - 1] ?? '');
  if (!isBlockStart) passage.unshift({ text: '… ', marked: false });
  if (end < words.length) passage.push({ text: ' …', marked: false });
  return { title: pieces(words, 0, titleEnd, isMarked), passage };
}

function placesOf(words: readonly string[], { positions }: FoundTerm, forms: ReadonlySet<string> = new Set()): readonly number[] {
  if (forms.size === 0) return positions;
  const named = new Set(positions);
  return words.flatMap((word, at) => (named.has(at) || forms.has(formOf(word)) ? [at] : []));
}

function formOf(word = ''): string {
  return withoutMarks(foldWord(word));
}

/** Where the passage starts: a little before the place with most terms near each other, the first of several. */
function bestStart(words: readonly string[], from: number, terms: readonly (readonly number[])[]): number {
  const hits = terms.flatMap((positions, term) => positions.filter((at) => at >= from).map((at) => ({ at, term }))).sort((a, b) => a.at - b.at);
  let best = { at: -1, terms: 0 };
  for (const [first, { at }] of hits.entries()) {
    const near = new Set<number>();
    for (let next = first; next < hits.length && (hits[next]?.at ?? 0) < at + 25; next += 1) near.add(hits[next]?.term ?? 0);
    if (near.size > best.terms) best = { at, terms: near.size };
  }
  if (best.at < 0) return words.indexOf(TEXT_START) + 1;
  for (let at = best.at; at > best.at - LEAD; at -= 1) {
    if (at === from || [BLOCK_END, TEXT_START].includes(words[at - 1] ?? '')) return at;
  }
  return Math.max(from, best.at - LEAD);
}

const EDGES = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** Words as printed, in pieces; neighbours that are both marked are one piece. */
function pieces(words: readonly string[], from: number, to: number, isMarked: (at: number) => boolean): Piece[] {
  const made: Piece[] = [];
  const add = (text: string, marked: boolean) => {
    const last = made.at(-1);
    if (text === '') return;
    if (last?.marked === marked) last.text += text;
    else made.push({ text, marked });
  };
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? '';
    const printed = word.replaceAll(GLUE, '');
    const space = printed === '' || word.endsWith(GLUE) || at + 1 >= to ? '' : ' ';
    if (!isMarked(at)) {
      add(printed + space, false);
      continue;
    }
    const [, before = '', core = '', after = ''] = EDGES.exec(printed) ?? [];
    const goesOn = after === '' && at + 1 < to && isMarked(at + 1);
    add(before, false);
    add(core + (goesOn ? space : ''), true);
    add(after + (goesOn ? '' : space), false);
  }
  return made;
}
