import { formatPeriod } from '../archive/dates.ts';
import { listNames } from './name.ts';
import { bracketed, type CitationStyle, parts, quoted } from './work.ts';

/** A plain citation for readers who follow no style: everything, in the order in which it is said. */
export const plain: CitationStyle = (work) => {
  const more = [
    ...(work.original === undefined ? [] : [`original: ${work.original}`]),
    ...(work.accessed === undefined ? [] : [`accessed ${formatPeriod(work.accessed)}`]),
  ];
  return parts(
    ...(work.authors.length === 0 ? [] : [listNames(work.authors), '. ']),
    quoted(work, { mark: ',', inside: false }),
    ' ',
    work.source,
    `, ${bracketed(formatPeriod(work.day), work.inferredDate)}. `,
    work.archive,
    `. ${work.url}${more.length === 0 ? '' : ` (${more.join('; ')})`}`,
  );
};
