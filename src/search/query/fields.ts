import { foldWords } from '../words.ts';
import type { Query, TextField, ValueField } from './nodes.ts';
import { writeQuery } from './write.ts';

/** A query as a form has it: a text for each field, empty where nothing is asked for. */
export interface QueryFields {
  /** Words that must all be there. */
  all: string;
  /** Words in a row. */
  phrase: string;
  /** Words of which one must be there. */
  any: string;
  /** Words that must not be there. */
  none: string;
  /** Words that stand near each other, and how many words there may be from the first to the last. */
  near: string;
  within: string;
  title: string;
  author: string;
  place: string;
  person: string;
  source: string;
  topic: string;
  lang: string;
  /** First and last day: `2020-03-05`. */
  from: string;
  to: string;
}

/** A form in which nothing is asked for. */
export const NO_FIELDS: QueryFields = {
  all: '',
  phrase: '',
  any: '',
  none: '',
  near: '',
  within: '5',
  title: '',
  author: '',
  place: '',
  person: '',
  source: '',
  topic: '',
  lang: '',
  from: '',
  to: '',
};

const NAMES: readonly Exclude<TextField, 'text' | 'title'>[] = ['author', 'place', 'person'];
const VALUES: readonly ValueField[] = ['source', 'topic', 'lang'];

/** Writes what a form says in the query language. */
export function writeFields(fields: QueryFields): string {
  const any = words(fields.any, 'text');
  const parts: Query[] = [
    ...words(fields.all, 'text'),
    ...phrase(fields.phrase, 'text'),
    ...(any.length > 1 ? [{ kind: 'any', parts: any } as const] : any),
    ...nearby(fields),
    ...words(fields.title, 'title'),
    ...NAMES.flatMap((name) => phrase(fields[name], name)),
    ...VALUES.flatMap((field) => (fields[field].trim() === '' ? [] : [{ kind: 'value', field, value: fields[field].trim() } as const])),
    ...(fields.from + fields.to === '' ? [] : [{ kind: 'date', ...(fields.from && { from: fields.from }), ...(fields.to && { to: fields.to }) } as const]),
    ...words(fields.none, 'text').map((part) => ({ kind: 'not', part }) as const),
  ];
  return writeQuery(parts.length === 1 ? parts[0] : { kind: 'all', parts });
}

/** Puts a query into a form; undefined where a form cannot say it. */
export function readFields(query: Query | undefined): QueryFields | undefined {
  const fields = { ...NO_FIELDS };
  const add = (name: keyof QueryFields, text: string) => {
    if (name !== 'all' && name !== 'none' && name !== 'title' && fields[name] !== '') return false;
    fields[name] = fields[name] === '' ? text : `${fields[name]} ${text}`;
    return true;
  };
  const put = (part: Query): boolean => {
    switch (part.kind) {
      case 'word':
        return add(part.field === 'text' ? 'all' : part.field, part.typed);
      case 'phrase':
        if (part.field === 'title') return false;
        if (part.within === undefined) return add(part.field === 'text' ? 'phrase' : part.field, part.typed);
        if (part.field !== 'text' || fields.near !== '') return false;
        fields.within = String(part.within);
        return add('near', part.typed);
      case 'value':
        return add(part.field, part.value);
      case 'date':
        return (part.from === undefined || add('from', part.from)) && (part.to === undefined || add('to', part.to));
      case 'not':
        return part.part.kind === 'word' && part.part.field === 'text' && add('none', part.part.typed);
      case 'any': {
        const typed = part.parts.map((each) => (each.kind === 'word' && each.field === 'text' ? each.typed : undefined));
        return !typed.includes(undefined) && add('any', typed.join(' '));
      }
      default:
        return false;
    }
  };
  const parts = query === undefined ? [] : query.kind === 'all' ? query.parts : [query];
  return parts.every(put) ? fields : undefined;
}

/** Terms for words with spaces between them; what is cut into several, such as “Moscow-based”, stands in a row. */
function words(text: string, field: TextField): Query[] {
  return text.split(/\s+/u).flatMap((typed): Query[] => {
    const folded = foldWords(typed);
    const [word] = folded;
    if (word === undefined) return [];
    return folded.length === 1 ? [{ kind: 'word', word, field, typed: typed.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '') }] : phrase(typed, field);
  });
}

function phrase(text: string, field: TextField): Query[] {
  const folded = foldWords(text);
  return folded.length === 0 ? [] : [{ kind: 'phrase', words: folded, field, typed: text.trim() }];
}

function nearby({ near, within }: QueryFields): Query[] {
  const folded = foldWords(near);
  if (folded.length < 2) return words(near, 'text');
  const most = Number(within);
  return [{ kind: 'phrase', words: folded, field: 'text', typed: near.trim(), within: Number.isInteger(most) && most >= 0 && most < 1000 ? most : 5 }];
}
