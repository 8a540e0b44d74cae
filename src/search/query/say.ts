import type { Query, Term, TextField } from './nodes.ts';

const WHERE: Record<TextField, string> = {
  text: '',
  title: ' in the headline',
  author: ' among the authors',
  place: ' among the places',
  person: ' among the people',
};

/** A term in words: “the phrase “of the” in the headline”. */
export function sayTerm(term: Term): string {
  switch (term.kind) {
    case 'word':
      return `“${term.typed}”${WHERE[term.field]}`;
    case 'phrase':
      if (term.within !== undefined) return `the words “${term.typed}” within ${term.within} ${term.within === 1 ? 'word' : 'words'}${WHERE[term.field]}`;
      return term.words.length === 1 ? `exactly “${term.typed}”${WHERE[term.field]}` : `the phrase “${term.typed}”${WHERE[term.field]}`;
    case 'beginning':
      return `words that begin with “${term.typed}”${WHERE[term.field]}`;
    case 'value':
      return `${{ source: 'the source', topic: 'the topic', lang: 'the language' }[term.field]} “${term.value}”`;
    default:
      return sayDays(term.from, term.to);
  }
}

/** Days in words: “a date from 2020-03-01 to 2020-03-31”. */
export function sayDays(from?: string, to?: string): string {
  if (from !== undefined && from === to) return `the date ${from}`;
  if (from === undefined) return `a date up to ${to}`;
  return to === undefined ? `a date from ${from} on` : `a date from ${from} to ${to}`;
}

/** A query in words, so that the reader sees how it was read: “troops” and (“front” or “border”), but not “weather”. */
export function sayQuery(query: Query): string {
  switch (query.kind) {
    case 'all': {
      const wanted = query.parts.filter(({ kind }) => kind !== 'not');
      const not = query.parts.flatMap((part) => (part.kind === 'not' ? [sayPart(part.part)] : []));
      const said = wanted.map(sayPart).join(' and ');
      return not.length === 0 ? said : `${said === '' ? 'not' : `${said}, but not`} ${not.join(' and not ')}`;
    }
    case 'any':
      return query.parts.map(sayPart).join(' or ');
    case 'most':
      return `at least ${query.least} of ${query.parts.map(sayPart).join(', ')}`;
    case 'not':
      return `not ${sayPart(query.part)}`;
    default:
      return sayTerm(query);
  }
}

function sayPart(query: Query): string {
  return 'parts' in query ? `(${sayQuery(query)})` : sayQuery(query);
}
