import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeRandom, seed } from '../../../tests/support/random.ts';
import { splitRows, type TableForm } from './split-rows.ts';

const COMMAS: TableForm = { delimiter: ',', lineEnd: '\n' };
const rowsOf = (chunks: string[], form = COMMAS) => Array.fromAsync(splitRows(chunks, form));
const options = { delimiter: ',', record_delimiter: '\n', relax_quotes: true, relax_column_count: true, skip_empty_lines: true };

test('rows are cut where the parser cuts them, in whatever chunks they come', async () => {
  for (let round = 0; round < 300; round += 1) {
    const random = makeRandom(seed + round);
    const text = Array.from({ length: random.between(1, 60) }, () => random.pick(['"', '"', ',', '\n', 'a', ' b'])).join('');
    const at = random.between(0, text.length);
    const rows = await rowsOf([text.slice(0, at), text.slice(at)]);
    let expected: string[][];
    try {
      expected = parse(text, options) as string[][];
    } catch {
      // A quotation mark that is not closed: the parser gives up the whole.
      expect(rows.some((row) => 'refused' in row)).toBe(true);
      continue;
    }
    const cells = rows.flatMap((row) => ('written' in row ? (parse(row.written, options) as string[][]) : []));
    const filled = (table: string[][]) => table.filter((row) => row.length > 1 || row[0]?.trim() !== '');
    expect(filled(cells), JSON.stringify([seed + round, text])).toEqual(filled(expected));
  }
});

test('a row is told by the line in which it begins, and may end in CR LF or CR', async () => {
  expect(await rowsOf(['a,b\r\n\r\n"c\n', '\nd",e\r\nf,g\r\n'])).toEqual([
    { line: 1, written: 'a,b' },
    { line: 3, written: '"c\n\nd",e' },
    { line: 6, written: 'f,g' },
  ]);
  expect(await rowsOf(['a,b\rc,d'], { delimiter: ',', lineEnd: '\r' })).toEqual([
    { line: 1, written: 'a,b' },
    { line: 2, written: 'c,d' },
  ]);
});

test('a row that is too long costs itself alone', async () => {
  const chunks = ['a,b\n1,"', ...Array.from({ length: 17 * 16 }, () => 'x, "" \n'.padEnd(65_536)), '"\n2,y\n'];
  expect(await rowsOf(chunks)).toEqual([
    { line: 1, written: 'a,b' },
    { line: 2, refused: 'The row has more than 16 MiB, which no article has.' },
    { line: 2 + 17 * 16 + 1, written: '2,y' },
  ]);
});

test('a quotation mark that is not closed costs its row; paragraphs below it are no rows', async () => {
  const refused = 'A quotation mark is opened in it and not closed. Close it, and import again.';
  expect(await rowsOf(['a,b\n1,"x\n2,y\n3,z'])).toEqual([
    { line: 1, written: 'a,b' },
    { line: 2, refused },
    { line: 3, written: '2,y' },
    { line: 4, written: '3,z' },
  ]);
  expect(await rowsOf(['a,b\n1,"x\n\nIt goes on.\n\nAnd on, and'])).toEqual([
    { line: 1, written: 'a,b' },
    { line: 2, refused },
  ]);
});
