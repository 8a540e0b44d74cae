import { parseName } from './name.ts';
import { citationKey, noteOf } from './reference.ts';
import { bracketed, type CitedWork } from './work.ts';

/** A reference in CSL-JSON 1.0.2: a list of one. */
export function cslJson(work: CitedWork): string {
  const note = noteOf(work);
  const item = {
    id: citationKey(work),
    type: 'article-newspaper',
    title: bracketed(work.title, work.suppliedTitle),
    author: work.authors.length === 0 ? undefined : work.authors.map(nameOf),
    'container-title': work.source,
    issued: { 'date-parts': [datePartsOf(work.day)], ...(work.inferredDate && { circa: true }) },
    language: work.language,
    URL: work.url,
    archive: work.archive,
    accessed: work.accessed === undefined ? undefined : { 'date-parts': [datePartsOf(work.accessed)] },
    note: note === '' ? undefined : note,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

function nameOf(author: string) {
  const { literal, particle, ...name } = parseName(author);
  return literal === undefined ? { ...name, ...(particle !== undefined && { 'non-dropping-particle': particle }) } : { literal };
}

function datePartsOf(day: string): number[] {
  return day.split('-').map(Number);
}
