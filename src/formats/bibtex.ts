import { invertedName, parseName } from './name.ts';
import { citationKey, noteOf } from './reference.ts';
import { bracketed, type CitedWork } from './work.ts';

/** A reference for BibTeX. Titles are in braces of their own, so that no style lowers their capitals. */
export function bibtex(work: CitedWork): string {
  const [year = '', month = '', day = ''] = work.day.split('-');
  return entry(work, {
    journal: escapeTex(work.source),
    year: String(Number(year)),
    // Without braces it is one of BibTeX's own words for months.
    month: { word: MONTHS[Number(month) - 1] ?? '' },
    day: String(Number(day)),
    ...(work.accessed !== undefined && { urldate: work.accessed }),
  });
}

/** A reference for BibLaTeX. A day that is inferred carries the mark for uncertain dates of ISO 8601-2. */
export function biblatex(work: CitedWork): string {
  return entry(work, {
    entrysubtype: 'newspaper',
    journaltitle: escapeTex(work.source),
    date: `${work.day}${work.inferredDate ? '?' : ''}`,
    ...(work.accessed !== undefined && { urldate: work.accessed }),
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function entry(work: CitedWork, own: Record<string, string | { word: string }>): string {
  const authors = work.authors.map((author) => {
    const name = parseName(author);
    // “Last, Jr, First” is BibTeX's order.
    const [family = '', given, suffix] = invertedName(name).split(', ');
    if (name.literal !== undefined) return `{${escapeTex(name.literal)}}`;
    return [family, suffix, given]
      .filter((part) => part !== undefined)
      .map(escapeTex)
      .join(', ');
  });
  const fields: [string, string | { word: string }][] = [
    ...(authors.length === 0 ? [] : [['author', authors.join(' and ')] as [string, string]]),
    ['title', `{${escapeTex(bracketed(work.title, work.suppliedTitle))}}`],
    ...Object.entries(own),
    // Addresses are taken as they stand: what TeX would mind in them is taken literally there.
    ['url', work.url],
    ['language', work.language],
    ['note', escapeTex(`${work.archive}. ${noteOf(work)}`.trim())],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${typeof value === 'string' ? `{${value}}` : value.word},`);
  return `@article{${citationKey(work)},\n${lines.join('\n')}\n}\n`;
}

// What TeX takes for more than a letter. Braces get names: BibTeX counts them even after a backslash.
const NAMED: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

// TeX makes one sign of two: a dash of `--`, an opening quotation mark of two backquotes.
const LIGATURE = /(?<=-)-|(?<=[`?!])`|(?<=')'|(?<=<)<|(?<=>)>|(?<=,),/g;

function escapeTex(text: string): string {
  return text.replaceAll(/[\\{}~^$&#_%]/g, (character) => NAMED[character] ?? `\\${character}`).replaceAll(LIGATURE, '{}$&');
}
