import { invertedName, parseName } from './name.ts';
import { bracketed, type CitationStyle, endsSentence, italic, parts, quoted, shortDay } from './work.ts';

/** MLA, 9th edition: the newspaper is the first container, with the original's address, and the archive the second. */
export const mla: CitationStyle = (work) => {
  const authors = authorsOf(work.authors);
  return parts(
    authors,
    authors === '' ? '' : endsSentence(authors) ? ' ' : '. ',
    quoted(work, { mark: '.', inside: true }),
    ' ',
    italic(work.source),
    `, ${bracketed(shortDay(work.day), work.inferredDate)}${work.original === undefined ? '' : `, ${work.original}`}. `,
    italic(work.archive),
    `, ${work.url}.`,
    work.accessed === undefined ? undefined : ` Accessed ${shortDay(work.accessed)}.`,
  );
};

function authorsOf([first, second, ...others]: readonly string[]): string {
  if (first === undefined) return '';
  const inverted = invertedName(parseName(first));
  if (second === undefined) return inverted;
  return others.length === 0 ? `${inverted}, and ${second}` : `${inverted}, et al.`;
}
