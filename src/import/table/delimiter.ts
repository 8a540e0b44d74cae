import { parse } from 'csv-parse/sync';
import { fieldOf } from './guess.ts';
import type { TableForm } from './split-rows.ts';

const DELIMITERS = ['\t', ',', ';', '|'] as const;

/** So much of a text is looked at, in characters, and so many of its rows. */
const LOOKED_AT = 64 * 1024;
const MOST_ROWS = 20;

/** The beginning of a text as one delimiter divides it, and how far it is a table. */
interface Division {
  delimiter: string;
  /** How many headings are known: as names of what an article has, or because a person named them. */
  known: number;
  /** What the rows look like, whatever the headings say. */
  shape: 'table' | 'headless' | undefined;
}

/** How a table is written; `columns` are those that a person named. */
export function formOf(text: string, columns: readonly string[]): TableForm {
  const lineEnd = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  return { delimiter: bestOf(text, columns)?.delimiter ?? ',', lineEnd };
}

/**
 * What a text is of a table: `table` where its first row has headings that are known, that a person named (`columns`), or
 * that look like it above rows of as many cells; `headless` where there are such rows and no headings; else undefined.
 */
export function tableIn(text: string, columns: readonly string[]): 'table' | 'headless' | undefined {
  const best = bestOf(text, columns);
  return best === undefined ? undefined : best.known > 0 ? 'table' : best.shape;
}

function bestOf(text: string, columns: readonly string[]): Division | undefined {
  const [best] = DELIMITERS.map((delimiter) => divide(text, delimiter, columns))
    .filter(({ known, shape }) => known > 0 || shape !== undefined)
    .sort((a, b) => b.known - a.known || Number(b.shape === 'table') - Number(a.shape === 'table'));
  return best;
}

function divide(text: string, delimiter: string, columns: readonly string[]): Division {
  const start = text.slice(0, LOOKED_AT);
  const rows = firstRows(start, delimiter);
  const headings = (rows[0] ?? []).map((heading) => heading.trim());
  return { delimiter, known: knownHeadings(headings, columns), shape: shapeOf(rows, delimiter, /[\r\n]$/.test(start)) };
}

// A sentence has commas too; headings are short, and at least two of them are known.
function knownHeadings(headings: readonly string[], columns: readonly string[]): number {
  if (headings.length < 2 || headings.some((heading) => heading.length > LONGEST_HEADING)) return 0;
  if (columns.length > 0 && columns.every((column) => headings.includes(column))) return headings.length;
  const known = headings.filter((heading) => fieldOf(heading) !== undefined).length;
  return known >= 2 ? known : 0;
}

const LONGEST_HEADING = 60;

// Lines of prose may have as many commas as one another, but spaces behind them; one of poetry seldom has two.
function shapeOf(rows: readonly (readonly string[])[], delimiter: string, isWhole: boolean): Division['shape'] {
  const [first = []] = rows;
  const isTable =
    rows.length > 2 &&
    first.length >= (delimiter === '\t' ? 2 : 3) &&
    first.every((cell) => delimiter === '\t' || !cell.startsWith(' ')) &&
    rows.every((row, at) => row.length === first.length || (at === rows.length - 1 && !isWhole && row.length < first.length));
  if (!isTable) return undefined;
  const isHeading = (cell: string) => cell.length <= LONGEST_HEADING && /\p{L}/u.test(cell) && !/^\d|[.!?…]$|:\/\//.test(cell);
  return first.every(isHeading) && new Set(first).size === first.length ? 'table' : 'headless';
}

function firstRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  const [firstLine = ''] = text.trimStart().split(/[\r\n]/, 1);
  if (!firstLine.includes(delimiter)) return rows;
  try {
    parse(text, {
      delimiter,
      to: MOST_ROWS,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
      on_record: (row: string[]) => {
        rows.push(row);
        return null;
      },
    });
  } catch (error) {
    // It is cut within quotation marks, or does not hold to the rules of a table.
    if (!(error as { code?: string }).code?.startsWith('CSV_')) throw error;
  }
  return rows;
}
