import type { Term } from '../query/nodes.ts';
import type { BundleTable } from '../table.ts';
import { foldWords } from '../words.ts';

type ValueTerm = Extract<Term, { kind: 'value' }>;

/** Tells which articles of a bundle have a source, topic or language that a term names. */
export function valueTest({ field, value }: ValueTerm, table: BundleTable): (page: number) => boolean {
  if (field === 'lang') {
    const fitting = table.languages.map((tag) => isLanguage(tag, value));
    return (page) => fitting[table.language[page] ?? -1] ?? false;
  }
  const fitting = (field === 'source' ? table.sources : table.topics).map(([id, name]) => isNamed(id, name, value));
  if (field === 'source') return (page) => fitting[table.source[page] ?? -1] ?? false;
  return (page) => (table.topic[page] ?? []).some((topic) => fitting[topic]);
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
