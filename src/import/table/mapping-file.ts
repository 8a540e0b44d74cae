import { isMap, parseDocument, stringify } from 'yaml';
import { ContentError } from '../../errors.ts';
import type { NumericOrder } from '../date/read-date.ts';
import { FIELDS, type Field, type Mapping } from './guess.ts';

/** What a file says of how a table's columns become an entry's fields. */
export interface MappingFile {
  /** Field → column. */
  columns: Mapping;
  /** Values for fields that no column gives. */
  set: Partial<Record<Field, string>>;
  /** Which of `3/4/2020` is the day. Default: what the column's other dates tell. */
  numericDates?: NumericOrder;
}

/** A mapping as a file that a person can read and correct. */
export function writeMapping(input: string, headings: readonly string[], mapping: MappingFile): string {
  const comment = (line: string) => `# ${line.replaceAll(/[\p{C}\s]+/gu, ' ')}`;
  return [
    comment(`How the columns of ${input} become fields of entries, as it was guessed. Correct it and import again.`),
    comment(`Columns: ${headings.slice(0, 200).join(', ')}`),
    comment(`Fields: ${FIELDS.join(', ')}`),
    stringify({ columns: mapping.columns }).trimEnd(),
    '# For fields that no column gives, such as a source of all rows:',
    Object.keys(mapping.set).length > 0 ? stringify({ set: mapping.set }).trimEnd() : '# set: { source: The Herald, language: en }',
    mapping.numericDates === undefined ? '# Which of 3/4/2020 is the day:\n# numericDates: day-first' : `numericDates: ${mapping.numericDates}`,
    '',
  ].join('\n');
}

/** Reads a mapping. Throws a `ContentError` that names what is wrong in it. */
export function readMapping(file: string, yaml: string, headings: readonly string[]): MappingFile {
  const fail = (message: string, hint: string): never => {
    throw new ContentError([{ file, line: 1, column: 1, message, hint }]);
  };
  const document = parseDocument(yaml, { uniqueKeys: true, logLevel: 'error' });
  if (document.errors[0] !== undefined)
    fail(`The mapping cannot be read: ${document.errors[0].message.split('\n')[0]}.`, 'Correct it, or remove the file to have it guessed again.');
  if (!isMap(document.contents)) return fail('The mapping says nothing.', 'Remove the file to have it guessed again.');
  const read = document.toJS({ maxAliasCount: 0 }) as { columns?: Record<string, unknown>; set?: Record<string, unknown>; numericDates?: unknown };
  const columns: Mapping = {};
  for (const [field, column] of Object.entries(read.columns ?? {})) {
    if (!isField(field)) fail(`There is no field “${field}”.`, `Fields are: ${FIELDS.join(', ')}.`);
    else if (!headings.includes(String(column))) fail(`There is no column “${String(column)}”.`, `Columns are: ${headings.slice(0, 40).join(', ')}.`);
    else columns[field] = String(column);
  }
  const set: MappingFile['set'] = {};
  for (const [field, value] of Object.entries(read.set ?? {})) {
    if (!isField(field)) fail(`There is no field “${field}”.`, `Fields are: ${FIELDS.join(', ')}.`);
    else set[field] = String(value);
  }
  const order = read.numericDates;
  if (order !== undefined && order !== 'day-first' && order !== 'month-first') fail('“numericDates” is neither day-first nor month-first.', 'Correct it.');
  return { columns, set, ...(order !== undefined && { numericDates: order as NumericOrder }) };
}

function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}
