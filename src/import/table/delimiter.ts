import { parse } from 'csv-parse/sync';
import { fieldOf } from './guess.ts';

const DELIMITERS = ['\t', ',', ';', '|'] as const;

/** What stands between the columns of a table, or undefined where a text is no table with a line of headings. */
export function delimiterOf(text: string): string | undefined {
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, known: knownHeadings(text, delimiter) })).sort((a, b) => b.known - a.known);
  const [best] = ranked;
  return best !== undefined && best.known > 0 ? best.delimiter : undefined;
}

/** Whether a text begins with a line of headings, some of which name what an article has. */
export function looksLikeTable(text: string): boolean {
  return delimiterOf(text) !== undefined;
}

// A sentence has commas too; headings are short, and at least two of them are known, and there is a row below them.
function knownHeadings(text: string, delimiter: string): number {
  const headings = headingsOf(text, delimiter);
  if (headings.length < 2 || headings.some((heading) => heading.length > 60)) return 0;
  const known = headings.filter((heading) => fieldOf(heading) !== undefined).length;
  return known >= 2 ? known : 0;
}

function headingsOf(text: string, delimiter: string): string[] {
  try {
    const [headings = []] = parse(text.slice(0, 16 * 1024), {
      delimiter,
      to: 1,
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
      bom: true,
    }) as string[][];
    return headings;
  } catch (error) {
    // It does not hold to the rules of a table.
    if ((error as { code?: string }).code?.startsWith('CSV_')) return [];
    throw error;
  }
}
