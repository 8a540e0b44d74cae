import type { Term } from '../query/nodes.ts';
import { foldWords } from '../words.ts';
import type { Bundle } from './bundle.ts';
import { daysBetween } from './calendar.ts';

type ValueTerm = Extract<Term, { kind: 'value' }>;
type DateTerm = Extract<Term, { kind: 'date' }>;

/** Those of some articles that have a value, and how many of the bundle have it, where that is known. */
export async function matchValue(
  { field, value }: ValueTerm,
  bundle: Bundle,
  within: readonly number[],
): Promise<{ pages: readonly number[]; count: number | undefined }> {
  const size = bundle.days.length;
  const { languages } = bundle.table;
  const named = bundle.named[field === 'source' ? 'sources' : 'topics'];
  const fitting = field === 'lang' ? languages.map(([tag]) => isLanguage(tag, value)) : named.map(({ id, name }) => isNamed(id, name, value));
  const counts = field === 'lang' ? languages.map(([, own]) => own) : named.map(({ articles }) => articles);
  const having = counts.filter((_, at) => fitting[at]);
  if (having.length === 0) return { pages: [], count: 0 };
  if (having.includes(size)) return { pages: within, count: size };
  const facts = await bundle.facts(within);
  const listOf = { lang: (page: number) => [facts.language(page)], source: (page: number) => [facts.source(page)], topic: facts.topics }[field];
  const pages = within.filter((page) => listOf(page).some((at) => fitting[at]));
  // An article has one source and one language; of several topics that fit it may have more than one.
  const isSum = field !== 'topic' || having.length === 1;
  return { pages, count: isSum ? having.reduce((sum, own) => sum + own, 0) : within.length === size ? pages.length : undefined };
}

/** Tells which days, as numbers since 1970, a term of days takes in. */
export function dayTest({ from = '', to = '' }: DateTerm): (day: number) => boolean {
  return daysBetween(from, to);
}

/** Whether a language tag is another, or a kind of it: `en-GB` is `en`. */
export function isLanguage(tag: string, wanted: string): boolean {
  const [own, other] = [tag.toLowerCase(), wanted.toLowerCase()];
  return own === other || own.startsWith(`${other}-`);
}

/** Whether a source or topic goes by what was typed: it is its id, or words in a row of its name. */
export function isNamed(id: string, name: string, typed: string): boolean {
  if (id.normalize('NFC').toLowerCase() === typed.normalize('NFC').toLowerCase()) return true;
  const [words, wanted] = [foldWords(name), foldWords(typed)];
  return wanted.length > 0 && words.some((_, at) => wanted.every((word, next) => words[at + next] === word));
}
