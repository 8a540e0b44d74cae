import { formatMonthName } from '../archive/dates.ts';
import { initialedName, listNames, parseName } from './name.ts';
import { americanDay, bracketed, type CitationStyle, endsSentence, italic, parts } from './work.ts';

/**
 * APA, 7th edition: newspaper articles (10.1, example 16), inferred facts in brackets (8.14, 10.). The headline is left as it was
 * printed where APA would write it in lower case: no program can tell names from other words.
 */
export const apa: CitationStyle = (work) => {
  const day = work.day;
  const date = `(${bracketed(`${Number(day.slice(0, 4))}, ${formatMonthName(day)} ${Number(day.slice(8))}`, work.inferredDate)})`;
  const title = bracketed(work.title, work.suppliedTitle);
  const stop = !work.suppliedTitle && endsSentence(work.title) ? ' ' : '. ';
  const authors = authorsOf(work.authors);
  const head = authors === '' ? [title, stop, `${date}. `] : [authors, endsSentence(authors) ? ' ' : '. ', `${date}. `, title, stop];
  const from = work.accessed === undefined ? '' : `Retrieved ${americanDay(work.accessed)}, from `;
  return parts(
    ...head,
    italic(work.source),
    '. ',
    italic(work.archive),
    `. ${from}${work.url}`,
    work.original === undefined ? undefined : ` (Original at ${work.original})`,
  );
};

function authorsOf(authors: readonly string[]): string {
  const names = authors.map((author) => initialedName(parseName(author)));
  // The nineteen first and the last, where there are more than twenty.
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${names.at(-1)}`;
  return listNames(names, ', & ');
}
