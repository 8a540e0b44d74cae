import { invertedName, parseName } from './name.ts';
import { citationKey, noteOf } from './reference.ts';
import { bracketed, type CitedWork } from './work.ts';

/** A reference in RIS (specification of 2011), type `NEWS`. */
export function ris(work: CitedWork): string {
  const note = noteOf(work);
  const lines: [string, string][] = [
    ['TY', 'NEWS'],
    ['ID', citationKey(work)],
    ['TI', bracketed(work.title, work.suppliedTitle)],
    ...work.authors.map((author): [string, string] => ['AU', invertedName(parseName(author))]),
    ['T2', work.source],
    ['PY', work.day.slice(0, 4)],
    ['DA', `${work.day.replaceAll('-', '/')}/`],
    ['LA', work.language],
    ['UR', work.url],
    ['DB', work.archive],
    ...(work.accessed === undefined ? [] : [['Y2', `${work.accessed.replaceAll('-', '/')}/`] as [string, string]]),
    ...(note === '' ? [] : [['N1', note] as [string, string]]),
    ['ER', ''],
  ];
  // A line is a field, and two spaces with a hyphen begin one.
  return lines.map(([tag, value]) => `${tag}  - ${value.replaceAll(/\s+/g, ' ').trim()}\r\n`).join('');
}
