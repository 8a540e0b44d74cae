import { readDate } from '../date/read-date.ts';
import type { Given } from '../entry/given.ts';
import { languageTag } from '../text/language-tag.ts';

const ONE = ['source', 'date', 'language', 'section', 'dateline', 'rights'] as const;
const MANY = ['topics', 'authors', 'places', 'people', 'organizations'] as const;

/** Fields that a person can give to all articles of an input. */
export const GIVEN = [...ONE, ...MANY];

/** A value as it stands in a file, and what to call where it is wrong: names its place, and throws. */
export interface WrittenValue {
  field: string;
  value: unknown;
  fail(message: string, hint: string): never;
}

/** Reads the fields of `set` or `overrule`. Only what overrules may be empty: it takes out what articles say. */
export function readGiven(written: readonly WrittenValue[], part: 'set' | 'overrule'): Given {
  return Object.assign({}, ...written.map((each) => ({ [each.field]: readValue(each, part === 'overrule') })));
}

function readValue({ field, value, fail }: WrittenValue, mayBeEmpty: boolean): string | string[] {
  const several = (MANY as readonly string[]).includes(field);
  if (!several && !(ONE as readonly string[]).includes(field)) fail(`“${field}” cannot be given to all.`, `What can: ${GIVEN.join(', ')}.`);
  const values = [value].flat().map((each) => (typeof each === 'string' || typeof each === 'number' ? String(each).trim() : ''));
  if (values.includes('') || (values.length === 0 && !(several && mayBeEmpty))) fail(`“${field}” has no value.`, 'Write one, or take the line out.');
  if (several) return values;
  if (values.length > 1) fail(`“${field}” has more than one value.`, 'Write one.');
  const [only = ''] = values;
  if (field === 'date')
    return readDate(only) ?? fail(`“${only}” is no date.`, 'Write it as 2020-03-05, or with a time and its offset as 2020-03-05T18:20:00+03:00.');
  if (field === 'language') return languageTag(only) ?? fail(`“${only}” is no language.`, 'Write its tag (BCP 47), such as en or pt-BR.');
  return only;
}
