import { formatPeriod } from '../archive/dates.ts';
import { listNames } from './name.ts';
import { bracketed, type CitationStyle, parts, quoted } from './work.ts';

/** A plain citation for readers who follow no style: everything, in the order in which it is said; it ends in the address. */
export const plain: CitationStyle = (work) =>
  parts(
    ...(work.authors.length === 0 ? [] : [listNames(work.authors), '. ']),
    quoted(work, { mark: ',', inside: false }),
    ' ',
    work.source,
    `, ${bracketed(formatPeriod(work.day), work.inferredDate)}${work.original === undefined ? '' : `, ${work.original}`}. `,
    work.archive,
    `${work.accessed === undefined ? '' : `, accessed ${formatPeriod(work.accessed)}`}. ${work.url}`,
  );
