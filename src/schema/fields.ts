import * as z from 'astro/zod';
// The whole library takes most of a second to load.
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

// C0 and C1 controls (but tab and line feed) and two code points that never are characters.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

/** Whether a text holds characters that neither HTML nor XML can carry. */
export function hasUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text) || !text.isWellFormed();
}

/** Text on one line, as printed; not empty, and without characters that a page cannot show. */
export const text = z
  .string()
  .refine((value) => value.trim() !== '', { error: 'is empty' })
  .refine((value) => !hasUnprintable(value), { error: 'holds a control character or half a character' });

/**
 * Id of a source or topic: lower-case letters and digits of any script, and hyphens.
 * It is a file name and an address, so it must mean the same on every disk and host.
 */
export const id = z.string().refine((value) => isId(value), { error: 'is not an id: lower-case letters, digits and hyphens' });

/** See {@link id}. */
export function isId(value: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(value) && value === value.toLowerCase().normalize('NFC') && value.length <= 100;
}

/** Address on the web: http or https. */
export const webAddress = z.string().refine(isWebAddress, { error: 'is not a web address (http or https)' });

/** See {@link webAddress}. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(value) && !hasUnprintable(value) && URL.canParse(value);
}

/** Whether a text is a path from the archive's root, percent-encoded or not, without query, fragment or way up. */
export function isPath(value: string): boolean {
  if (!/^\/[^?#]+$/.test(value)) return false;
  try {
    const path = decodeURIComponent(value);
    return !/[?#\\\s]|\/\.{0,2}(?:\/|$)/.test(path.replace(/\/$/, '')) && !hasUnprintable(path);
  } catch {
    return false;
  }
}

/** Language tag of BCP 47, such as `en`, `pt-BR`, `zh-Hant`. */
export const language = z.string().refine(isLanguage, { error: 'is not a language tag such as en, fa or zh-Hant' });

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value)[0] !== undefined && /^[a-z]{2,3}(-|$)/i.test(value);
  } catch {
    return false;
  }
}

/** Calendar day, `2020-03-05`; or a moment with its offset from UTC, `2020-03-05T18:20:00+03:00`. */
export const dateOrDateTime = z.string().superRefine((value, context) => {
  const problem = dateProblem(value);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
// What follows the day: hours to 23 in time and offset, as RFC 3339 has it.
const CLOCK = /^(?:T(?:[01]\d|2[0-3]):.*(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/;

/** What is wrong with a date, or undefined where nothing is. */
function dateProblem(value: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(value)) {
    return 'has a time but no offset from UTC, so its moment is not known';
  }
  if (!DAY.test(value) && !MOMENT.test(value)) return 'is not a date such as 2020-03-05 or 2020-03-05T18:20:00+03:00';
  if (!isValid(parseISO(value)) || !CLOCK.test(value.slice(10))) return 'is not a day or time that exists';
  if (value.startsWith('0')) return 'is before the year 1000';
  return undefined;
}
