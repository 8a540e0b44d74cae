import { formatMonthName, formatPeriod } from '../archive/dates.ts';
import { initialedName, listNames, parseName } from './name.ts';
import { bracketed, type CitationStyle, italic, parts, quoted } from './work.ts';

/** Harvard, as *Cite Them Right* (12th edition) has it: what has no author begins with the newspaper. */
export const harvard: CitationStyle = (work) => {
  const year = `(${bracketed(String(Number(work.day.slice(0, 4))), work.inferredDate)})`;
  const date = bracketed(`${Number(work.day.slice(8))} ${formatMonthName(work.day)}`, work.inferredDate);
  const headline = quoted(work, { marks: '‘’', mark: ',', inside: false });
  const authors = authorsOf(work.authors);
  const head =
    authors === '' ? [italic(work.source), ` ${year} `, headline, ` ${date}. `] : [authors, ` ${year} `, headline, ' ', italic(work.source), `, ${date}. `];
  return parts(
    ...head,
    italic(work.archive),
    `. Available at: ${work.url}${work.accessed === undefined ? '' : ` (Accessed: ${formatPeriod(work.accessed)})`}.`,
    work.original === undefined ? undefined : ` Original at: ${work.original}.`,
  );
};

function authorsOf(authors: readonly string[]): string {
  const names = authors.map((author) => initialedName(parseName(author)));
  return names.length > 3 ? `${names[0]} et al.` : listNames(names);
}
