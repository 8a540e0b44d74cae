import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extractPage } from '../../src/import/extract/extract-page.ts';
import { f1, type Overlap, overlap, wordsOfMarkdown } from '../support/shingles.ts';

/** Pages with expected Markdown: most of them made to try one thing each (code, mathematics, footnotes), and few of them news. */
const samples = fileURLToPath(new URL('../../../shared/formats/defuddle/', import.meta.url));
const isThere = existsSync(samples);

interface Sample {
  title?: string;
  published?: string;
}

test.skipIf(!isThere)(`text, headlines and dates of the pages in ${isThere ? samples : '../shared'}`, () => {
  const overlaps: Overlap[] = [];
  const right = { title: 0, published: 0 };
  const all = { title: 0, published: 0 };
  for (const name of sampleNames()) {
    const html = readFileSync(`${samples}fixtures/${name}`, 'utf8');
    const expected = readFileSync(`${samples}expected/${name.replace(/html$/, 'md')}`, 'utf8');
    const [block = '', json = '{}'] = /```json\n([\s\S]*?)\n```/.exec(expected) ?? [];
    const url = /<!--\s*\{\s*"url":\s*"([^"]+)"/.exec(html)?.[1];
    const found = extractPage({ html, url });
    overlaps.push(overlap(wordsOfMarkdown(expected.replace(block, '')), wordsOfMarkdown(found?.text ?? '')));
    const facts = JSON.parse(json) as Sample;
    for (const [field, value, given] of [
      ['title', facts.title, found?.headline?.value],
      ['published', facts.published?.slice(0, 10), found?.date?.value.slice(0, 10)],
    ] as const) {
      if (value === undefined || value === '') continue;
      all[field]++;
      if (value === given) right[field]++;
    }
  }
  const share = (field: keyof typeof all): number => right[field] / all[field];
  console.log(`${overlaps.length} pages: F1 ${f1(overlaps).toFixed(3)}, headlines ${share('title').toFixed(2)}, dates ${share('published').toFixed(2)}`);
  // Floors a little under what is reached, so that a change for the worse is seen.
  expect(overlaps.length).toBeGreaterThan(60);
  expect(f1(overlaps)).toBeGreaterThan(FLOORS.text);
  expect(share('title')).toBeGreaterThan(FLOORS.headline);
  expect(share('published')).toBeGreaterThan(FLOORS.date);
});

/** Each third of them: the rest would say the same and take three times as long. `ALL_PAGES=1` reads them all. */
function sampleNames(): string[] {
  const names = readdirSync(`${samples}fixtures`).filter((each) => each.endsWith('.html'));
  return process.env.ALL_PAGES === undefined ? names.filter((_, at) => at % 3 === 0) : names;
}

const FLOORS = { text: 0.82, headline: 0.7, date: 0.75 };
