import { readDate } from '../date/read-date.ts';

// `9 novembre 2012. - Pour …`, `Friday, January 4, 2019`, `MOSCOW, 5 March 2020 —`: a date that opens a text and stands apart from it.
const OPENING =
  /^[*_]{0,3}(?:[\p{Lu}\p{M} .’'-]{2,40},\s+)?((?:\p{L}+,?\s+)?(?:\d{1,2}(?:\.|er|º)?\s+(?:de\s+)?\p{L}[\p{L}\p{M}]*\.?\s+(?:de\s+)?\d{4}|\p{L}[\p{L}\p{M}]*\.?\s+\d{1,2},\s+\d{4}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日))(?:\s*г\.?)?(?:,\s+\p{Lu}[\p{L}\p{M} ’'-]{1,40})?[*_]{0,3}\s*(?:[.,]?\s*(?:\\?[-–—:])|[.,]?\s*(?:\n|$))/u;

/** Subheads and empty lines above the first paragraph. */
const SUBHEADS = /^(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*/;

/** The date that a text opens with, as agencies and wikis print it; undefined where it opens with something else. */
export function openingDate(text: string): string | undefined {
  const found = OPENING.exec(text.slice(0, 2000).replace(SUBHEADS, '').slice(0, 200));
  return found?.[1] === undefined ? undefined : readDate(found[1]);
}
