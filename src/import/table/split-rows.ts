import { inMiB, MOST_BYTES } from '../limits.ts';

/** How a table is written. */
export interface TableForm {
  /** What stands between cells: one character. */
  delimiter: string;
  /** What ends a row; of CR LF, the second. */
  lineEnd: '\n' | '\r';
}

/** A row as it stands in the file, without its end, and the line in which it begins; or why it cannot be read. */
export type WrittenRow = { line: number } & ({ written: string } | { refused: string });

/**
 * The rows of a table, empty lines left out. Quotation marks are minded as csv-parse does with `relax_quotes`. One row is
 * held at a time: what is too long for one, or opens a quotation mark and does not close it, costs itself alone as far as
 * can be told.
 */
export async function* splitRows(chunks: AsyncIterable<string> | Iterable<string>, form: TableForm, line = 1): AsyncGenerator<WrittenRow> {
  const { delimiter, lineEnd } = form;
  const marks = new RegExp(`[${delimiter}${lineEnd}]`, 'g');
  let row = new Row(line, lineEnd);
  let headings: string | undefined;
  // A quotation mark opens at the start of a cell; within quotation marks, two of them are a letter.
  let [isQuoted, atStart, afterQuote] = [false, true, false];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; ) {
      if (isQuoted) {
        const end = chunk.indexOf('"', at);
        [isQuoted, afterQuote] = [end < 0, end >= 0];
        at = end < 0 ? chunk.length : end + 1;
        continue;
      }
      const char = chunk[at];
      isQuoted = char === '"' && (atStart || afterQuote);
      atStart = char === delimiter || char === lineEnd;
      afterQuote = false;
      if (char === lineEnd) {
        row.add(chunk.slice(from, at));
        from = at + 1;
        const written = row.take();
        if (written !== undefined) yield written;
        headings ??= written !== undefined && 'written' in written ? written.written : undefined;
        row = new Row(row.last + 1, lineEnd);
      }
      at += 1;
      if (isQuoted || atStart) continue;
      marks.lastIndex = at;
      at = marks.exec(chunk)?.index ?? chunk.length;
    }
    row.add(chunk.slice(from));
  }
  if (!isQuoted) {
    const written = row.take();
    if (written !== undefined) yield written;
    return;
  }
  yield { line: row.first, refused: row.isTooLong ? `${row.tooLong} What follows is not read: a quotation mark may be missing.` : NOT_CLOSED };
  // No odd number of quotation marks follows. Where rows do, rather than paragraphs, they have as many cells as there are headings.
  const [, ...others] = row.isTooLong ? [] : row.text.split(lineEnd);
  const columns = headings?.split(delimiter).length ?? 0;
  if (columns > 1 && others.slice(0, -1).every((other) => other.trim() === '' || other.split(delimiter).length >= columns))
    yield* splitRows([others.join(lineEnd)], form, row.first + 1);
}

const NOT_CLOSED = 'A quotation mark is opened in it and not closed. Close it, and import again.';

/** A row while it is read. */
class Row {
  readonly first: number;
  readonly #lineEnd: string;
  /** The line that has been reached. */
  last: number;
  #parts: string[] = [];
  #length = 0;

  constructor(first: number, lineEnd: string) {
    [this.first, this.last, this.#lineEnd] = [first, first, lineEnd];
  }

  add(piece: string): void {
    for (let at = piece.indexOf(this.#lineEnd); at >= 0; at = piece.indexOf(this.#lineEnd, at + 1)) this.last += 1;
    this.#length += piece.length;
    if (this.isTooLong) this.#parts = [];
    else this.#parts.push(piece);
  }

  get isTooLong(): boolean {
    return this.#length > MOST_BYTES;
  }

  get tooLong(): string {
    return `The row has more than ${inMiB(MOST_BYTES)}, which no article has.`;
  }

  get text(): string {
    return this.#parts.join('').replace(/\r$/, '');
  }

  /** The row, if there is anything in it. */
  take(): WrittenRow | undefined {
    if (this.isTooLong) return { line: this.first, refused: this.tooLong };
    const { text } = this;
    return text.trim() === '' ? undefined : { line: this.first, written: text };
  }
}
