import { Readable } from 'node:stream';
import { type Options, parse } from 'csv-parse';
import type { Input } from '../input/input.ts';
import { textStream } from '../input/text-stream.ts';
import type { Item } from '../item.ts';
import { inMiB, MOST_BYTES, Refusal } from '../limits.ts';
import { delimiterOf } from '../table/delimiter.ts';
import { type ReadContext, refusal } from './reader.ts';
import { type ReadRow, rowItems } from './rows.ts';

/** CSV, TSV and other tables of text with a line of headings. */
export async function* readTable(input: Input, context: ReadContext): AsyncGenerator<Item> {
  try {
    const { chunks, decoding } = await textStream(input);
    const head = await textStream(input);
    let start = '';
    for await (const chunk of head.chunks) {
      start += chunk;
      if (start.length > 64 * 1024) break;
    }
    yield* rowItems(input, rowsOf(chunks, delimiterOf(start) ?? ','), context, decoding);
  } catch (error) {
    yield refusal(input, asRefusal(error));
  }
}

// Quotes that are not doubled and rows of other lengths are what exports get wrong most; a row is told by its line.
async function* rowsOf(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<ReadRow> {
  const options: Options = {
    delimiter,
    bom: true,
    columns: (headings: string[]) => uniqueHeadings(headings),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: false,
    max_record_size: MOST_BYTES,
    info: true,
  };
  const parser = Readable.from(chunks).pipe(parse(options));
  let number = 0;
  for await (const { record } of parser as AsyncIterable<{ record: Record<string, string> }>) {
    number += 1;
    yield { part: `row ${number}`, values: record };
  }
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

function asRefusal(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new Refusal(`A row has more than ${inMiB(MOST_BYTES)}, which no article has; a quotation mark may be missing. What follows is not read.`);
  return code?.startsWith('CSV_') ? new Refusal(`The table cannot be read further: ${(error as Error).message}`) : error;
}
