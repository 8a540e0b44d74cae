import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { hostileTexts, makeWork } from '../../tests/support/works.ts';
import { biblatex, bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { ris } from './ris.ts';
import type { CitedWork } from './work.ts';

const full = makeWork({
  authors: ['Jane Doe', 'Vincent van Gogh', 'Martin Luther King, Jr.', 'Associated Press'],
  original: 'http://herald.example/a_b?c=1&d=~50%25#x',
  accessed: '2026-05-09',
  language: 'fa',
});

interface Csl {
  type: string;
  title: string;
  author?: Record<string, string>[];
  reporter?: string[];
  'container-title': string;
  issued: { 'date-parts': number[][] };
  accessed?: { 'date-parts': number[][] };
  language: string;
  URL: string;
  note?: string;
}

/** What another library reads of a text. */
function read(text: string): Csl {
  const forceType = text.startsWith('TY') ? '@ris/file' : text.startsWith('@') ? '@biblatex/text' : '@empty/text';
  const { data } = new Cite(text.startsWith('[') ? JSON.parse(text) : text, text.startsWith('[') ? {} : { forceType });
  expect(data).toHaveLength(1);
  return data[0] as Csl;
}

// The library gives a name without parts as a family name.
const names = [
  { given: 'Jane', family: 'Doe' },
  { given: 'Vincent', family: 'Gogh', 'non-dropping-particle': 'van' },
  { given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
  { family: 'Associated Press' },
];

describe('a reference is read back as it was written', () => {
  test.each([
    ['BibTeX', bibtex],
    ['BibLaTeX', biblatex],
  ])('%s', (_, write) => {
    const { type, title, author, 'container-title': source, issued, accessed, language, URL, note } = read(write(full));
    expect({ type, title, author, source, issued, accessed, language, URL, note }).toEqual({
      // The library knows newspapers in CSL-JSON and RIS alone.
      type: 'article-journal',
      title: full.title,
      author: names,
      source: full.source,
      issued: { 'date-parts': [[2020, 3, 5]] },
      accessed: { 'date-parts': [[2026, 5, 9]] },
      language: 'fa',
      URL: full.url,
      note: `Test Archive. Original: ${full.original}`,
    });
  });

  test('RIS', () => {
    const { type, title, reporter, 'container-title': source, issued, accessed, language, URL, note, ...rest } = read(ris(full));
    expect({ type, title, reporter, source, issued, accessed, language, URL, note }).toEqual({
      type: 'article-newspaper',
      title: full.title,
      reporter: ['Doe, Jane', 'van Gogh, Vincent', 'King, Martin Luther, Jr.', 'Associated Press'],
      source: full.source,
      // Of this type the library reads the year; the day is in `DA`.
      issued: { 'date-parts': [[2020]] },
      accessed: { 'date-parts': [[2026, 5, 9]] },
      language: 'fa',
      URL: full.url,
      note: `Original: ${full.original}`,
    });
    expect(rest).toMatchObject({ source: 'Test Archive' });
    expect(ris(full)).toContain('\r\nDA  - 2020/03/05/\r\n');
  });

  test('CSL-JSON', () => {
    const item = read(cslJson({ ...full, inferredDate: true }));
    expect(item).toMatchObject({
      type: 'article-newspaper',
      title: full.title,
      author: [...names.slice(0, 3), { literal: 'Associated Press' }],
      'container-title': full.source,
      issued: { 'date-parts': [[2020, 3, 5]], circa: true },
      accessed: { 'date-parts': [[2026, 5, 9]] },
      language: 'fa',
      URL: full.url,
      archive: 'Test Archive',
      note: `Original: ${full.original}; Date inferred by the archive`,
    });
  });

  test.each([
    ['BibTeX', bibtex],
    ['BibLaTeX', biblatex],
    ['RIS', ris],
    ['CSL-JSON', cslJson],
  ] as const)('%s, whatever stands in its fields', (_, write) => {
    const wrong = hostileTexts.filter((text) => {
      const { title, 'container-title': source } = read(write(makeWork({ title: text, source: text, authors: [text], archive: text })));
      return title !== text || source !== text;
    });
    expect(wrong).toEqual([]);
  });
});

test('what the archive supplied stands in brackets, what it inferred is marked', () => {
  const work: CitedWork = makeWork({ suppliedTitle: true, inferredDate: true });
  expect([bibtex, biblatex, ris, cslJson].map((write) => read(write(work)).title)).toEqual(Array(4).fill('[A headline]'));
  expect(biblatex(work)).toContain('  date = {2020-03-05?},\n');
  expect(bibtex(work)).toContain('note = {Test Archive. Date inferred by the archive}');
});

test('has no gaps for what is not known', () => {
  const work = makeWork({ authors: [] });
  expect(ris(work)).not.toMatch(/^(?:AU|N1|Y2) {2}-/m);
  expect(bibtex(work)).not.toMatch(/author|urldate/);
  expect(Object.keys(JSON.parse(cslJson(work))[0])).toEqual(['id', 'type', 'title', 'container-title', 'issued', 'language', 'URL', 'archive']);
});

test('no field of RIS can begin another', () => {
  expect(ris(makeWork({ title: 'A\nER  - \r\nTY  - JOUR' }))).toContain('\r\nTI  - A ER - TY - JOUR\r\n');
});

test.each([
  ['https://host.example/2020/03/05/headline/', 'headline-2020-03-05'],
  ['https://host.example/news/2020/03/05/It-Was/', 'it-was-2020-03-05'],
])('%s goes by %s', (url, key) => {
  expect(bibtex(makeWork({ url }))).toContain(`@article{${key},`);
});

test('names in other scripts go by keys of their own', () => {
  const keys = ['%D8%AD%D9%84%D8%A8', '%E5%81%9C%E7%81%AB', 'caf%C3%A9'].map(
    (slug) => /^@article\{(.*),/.exec(bibtex(makeWork({ url: `https://host.example/${slug}/` })))?.[1],
  );
  expect(keys).toEqual([
    expect.stringMatching(/^article-[a-z0-9]+-2020-03-05$/),
    expect.stringMatching(/^article-/),
    expect.stringMatching(/^caf-[a-z0-9]+-2020-03-05$/),
  ]);
  expect(new Set(keys).size).toBe(3);
});
