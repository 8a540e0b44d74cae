import { numericOrderOf } from '../date/read-date.ts';
import type { Decoding } from '../input/decode.ts';
import type { Input } from '../input/input.ts';
import type { Item } from '../item.ts';
import { Refusal } from '../limits.ts';
import { guessMapping } from '../table/guess.ts';
import { type Row, rowDraft } from '../table/row.ts';
import { item, nothing, type ReadContext } from './reader.ts';

/** So many rows are looked at before it is decided which column holds what. */
const SAMPLE = 50;

/** A row, or why it cannot be read. */
export type ReadRow = Row | { part: string; refused: string };

/** Makes items of rows: guesses which column holds what, or takes what a person said. */
export async function* rowItems(input: Input, rows: AsyncIterable<ReadRow>, context: ReadContext, decoding: Decoding): AsyncGenerator<Item> {
  const waiting: ReadRow[] = [];
  let make: ((row: ReadRow) => Item) | undefined;
  const decide = () => {
    const sample = waiting.filter((row): row is Row => 'values' in row);
    const headings = [...new Set(sample.flatMap((row) => Object.keys(row.values)))];
    const firsts = sample.map((row) =>
      Object.fromEntries(Object.entries(row.values).map(([key, value]) => [key, typeof value === 'string' ? value : (value[0] ?? '')])),
    );
    const mapping = context.mapping(input, headings, guessMapping(headings, firsts), sample.length);
    const how = JSON.stringify(mapping);
    const dates = firsts.map((row) => row[mapping.columns.date ?? ''] ?? '');
    const order = mapping.numericDates ?? numericOrderOf(dates);
    if (mapping.columns.text === undefined) return undefined;
    return (row: ReadRow): Item => {
      if (!('values' in row)) return refusedRow(input, row);
      const draft = rowDraft(row, mapping, order);
      const raw = JSON.stringify(row.values);
      if ('reason' in draft) return item(input, { kind: 'refused', reason: draft.reason }, `${input.name} ${row.part} ${raw}`, { part: row.part });
      return item(input, { kind: 'article', draft }, raw, { part: row.part, captured: draft.captured, decoding, how, fixed: mapping });
    };
  };
  // Where the input breaks off, what came before it is as good as any.
  let broken: Refusal | undefined;
  let met = false;
  try {
    for await (const row of rows) {
      met = true;
      const made = make?.(row) ?? (waiting.length === 0 && !('values' in row) ? refusedRow(input, row) : undefined);
      if (made !== undefined) {
        yield made;
        continue;
      }
      waiting.push(row);
      if (waiting.length < SAMPLE) continue;
      make = decide();
      if (make === undefined) break;
      for (const each of waiting.splice(0)) yield make(each);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    broken = error;
  }
  if (waiting.length > 0) make ??= decide();
  for (const each of waiting) {
    if (make !== undefined) yield make(each);
    else if (!('values' in each)) yield refusedRow(input, each);
  }
  if (broken !== undefined) throw broken;
  if (!met) yield nothing(input, 'It has no rows.');
  else if (make === undefined && waiting.length > 0)
    yield nothing(input, 'No column of it is known to hold the text of articles. Name it among the “columns” of a mapping file.');
}

function refusedRow(input: Input, { part, refused }: Exclude<ReadRow, Row>): Item {
  return item(input, { kind: 'refused', reason: refused }, `${input.name} ${part} ${refused}`, { part });
}
