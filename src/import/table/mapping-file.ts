import { isMap, LineCounter, type ParsedNode, parseDocument, stringify } from 'yaml';
import { ContentError } from '../../errors.ts';
import type { NumericOrder } from '../date/read-date.ts';
import type { Fixed } from '../entry/given.ts';
import { GIVEN, readGiven } from './given-fields.ts';
import { FIELDS, type Field, type Mapping } from './guess.ts';

/** What a file says of how an input becomes entries. */
export interface MappingFile extends Fixed {
  /** Field → column, for tables. Default: guessed. */
  columns?: Mapping;
  /** Which of `3/4/2020` is the day. Default: what the column's other dates tell. */
  numericDates?: NumericOrder;
}

/** A mapping whose columns are known. */
export type TableMapping = MappingFile & { columns: Mapping };

const PARTS = ['columns', 'set', 'overrule', 'numericDates'];

/** A guessed mapping as a file that a person can read and correct. */
export function writeMapping(input: string, headings: readonly string[], columns: Mapping): string {
  const comment = (line: string) => `# ${line.replaceAll(/[\p{C}\s]+/gu, ' ')}`;
  return [
    comment(`How the columns of ${input} become fields of entries, as it was guessed. Correct it and import again.`),
    comment(`Columns: ${headings.slice(0, 200).join(', ')}`),
    comment(`Fields: ${FIELDS.join(', ')}`),
    stringify({ columns }).trimEnd(),
    comment(`What the rows do not say (${GIVEN.join(', ')}):`),
    '# set: { source: The Herald, language: en }',
    '# What holds whatever they say:',
    '# overrule: { topics: [] }',
    '# Which of 3/4/2020 is the day:',
    '# numericDates: day-first',
    '',
  ].join('\n');
}

/** Reads a mapping; with `headings`, columns must be among them. Throws a `ContentError` that names what is wrong in it. */
export function readMapping(file: string, yaml: string, headings?: readonly string[]): MappingFile {
  const lines = new LineCounter();
  const fail = (message: string, hint: string, offset = 0): never => {
    const { line, col } = lines.linePos(offset);
    throw new ContentError([{ file, line: Math.max(1, line), column: Math.max(1, col), message, hint }]);
  };
  const document = parseDocument(yaml, { uniqueKeys: true, stringKeys: true, logLevel: 'error', lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) fail(`The mapping cannot be read: ${error.message.split('\n')[0]}.`, 'Correct it, or remove the file.', error.pos[0]);
  const part = (name: string): [string, ParsedNode | null, number][] => {
    const node = document.get(name, true) as ParsedNode | undefined;
    if (node === undefined) return [];
    if (!isMap(node)) return fail(`“${name}” has no fields.`, `Write “${name}: { field: value }”.`, node.range?.[0]);
    return node.items.map(({ key, value }) => [String(key), value, key.range?.[0] ?? 0]);
  };
  if (!isMap(document.contents)) return fail('The mapping says nothing.', `It has ${PARTS.join(', ')}.`);
  for (const { key } of document.contents.items)
    if (!PARTS.includes(String(key))) fail(`A mapping has no “${String(key)}”.`, `It has ${PARTS.join(', ')}.`, key.range?.[0]);

  const columns: Mapping = {};
  for (const [field, value, offset] of part('columns')) {
    const column = String(value?.toJS(document) ?? '');
    if (!isField(field)) fail(`There is no field “${field}”.`, `Fields are: ${FIELDS.join(', ')}.`, offset);
    else if (headings?.includes(column) === false) fail(`There is no column “${column}”.`, `Columns are: ${headings.slice(0, 40).join(', ')}.`, offset);
    else columns[field] = column;
  }
  const given = (name: 'set' | 'overrule') =>
    readGiven(
      part(name).map(([field, value, offset]) => ({ field, value: value?.toJS(document) as unknown, fail: (message, hint) => fail(message, hint, offset) })),
      name,
    );
  const order = document.get('numericDates');
  if (order !== undefined && order !== 'day-first' && order !== 'month-first') fail('“numericDates” is neither day-first nor month-first.', 'Correct it.');
  return {
    ...(document.has('columns') && { columns }),
    set: given('set'),
    overrule: given('overrule'),
    ...(order !== undefined && { numericDates: order as NumericOrder }),
  };
}

function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}
