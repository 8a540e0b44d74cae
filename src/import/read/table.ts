import { parse } from 'csv-parse/sync';
import type { Input } from '../input/input.ts';
import { startOf, textStream } from '../input/text-stream.ts';
import type { Item } from '../item.ts';
import { formOf } from '../table/delimiter.ts';
import { splitRows, type TableForm } from '../table/split-rows.ts';
import { type ReadContext, refusal } from './reader.ts';
import { type ReadRow, rowItems } from './rows.ts';

/** CSV, TSV and other tables of text with a line of headings. */
export async function* readTable(input: Input, context: ReadContext): AsyncGenerator<Item> {
  try {
    const { chunks, decoding } = await textStream(input);
    const form = formOf(await startOf(input, decoding), context.columns);
    yield* rowItems(input, rowsOf(chunks, form), context, decoding);
  } catch (error) {
    yield refusal(input, error);
  }
}

async function* rowsOf(chunks: AsyncIterable<string>, form: TableForm): AsyncGenerator<ReadRow> {
  let headings: string[] | undefined;
  let number = 0;
  for await (const row of splitRows(chunks, form)) {
    const cells = 'written' in row ? cellsOf(row.written, form) : [];
    if (headings === undefined) {
      headings = uniqueHeadings(cells);
      if (headings.length > 0) continue;
    }
    number += 1;
    const part = `row ${number}`;
    const refused = 'refused' in row ? row.refused : tooMany(cells, headings, form);
    if (refused !== undefined) {
      yield { part, refused: `Line ${row.line}: ${refused}` };
      continue;
    }
    const values = Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? '']));
    const missing = headings.slice(cells.length);
    yield { part, values, ...(missing.length > 0 && { short: { line: row.line, missing } }) };
  }
}

// Quotation marks that are not doubled are what exports get wrong most.
function cellsOf(written: string, { delimiter, lineEnd }: TableForm): string[] {
  const [cells = []] = parse(written, { delimiter, record_delimiter: lineEnd, relax_quotes: true, relax_column_count: true }) as string[][];
  return cells;
}

const MARKS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '|': 'vertical bar', '\t': 'tab' };

/** Why a row cannot be read that has more cells than there are columns: which of them is which is not known. */
function tooMany(cells: readonly string[], headings: readonly string[], { delimiter }: TableForm): string | undefined {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled <= headings.length) return undefined;
  return `It has ${filled} cells for ${headings.length} columns. Where a ${MARKS[delimiter]} belongs to a text, put the text in quotation marks; then import again.`;
}

function uniqueHeadings(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, at) => {
    const name = heading.trim() || `column ${at + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
