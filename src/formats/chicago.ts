import { invertedName, listNames, parseName } from './name.ts';
import { americanDay, bracketed, type CitationStyle, endsSentence, italic, parts, quoted } from './work.ts';

/** Chicago, 17th edition, as a bibliography has it (14.191, 14.199): what has no author begins with the newspaper. */
export const chicago: CitationStyle = (work) => {
  const authors = authorsOf(work.authors);
  const date = bracketed(americanDay(work.day), work.inferredDate);
  const headline = (mark: string) => quoted(work, { mark, inside: true });
  const head =
    authors === ''
      ? [italic(work.source), '. ', headline(','), ` ${date}. `]
      : [authors, endsSentence(authors) ? ' ' : '. ', headline('.'), ' ', italic(work.source), `, ${date}. `];
  return parts(
    ...head,
    work.original === undefined ? undefined : `${work.original}. Archived in `,
    italic(work.archive),
    `${work.accessed === undefined ? '' : `, accessed ${americanDay(work.accessed)}`}, ${work.url}.`,
  );
};

function authorsOf([first, ...others]: readonly string[]): string {
  if (first === undefined) return '';
  const names = [invertedName(parseName(first)), ...others];
  // Of more than ten the first seven are named.
  return names.length > 10 ? `${names.slice(0, 7).join(', ')}, et al.` : listNames(names, ', and ');
}
