import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is known of a saved page by reading it: what its expected.json holds. */
export interface PageFacts {
  url: string;
  captured?: string;
  headline: string;
  deck?: string;
  authors: string[];
  date: string;
  updated?: string;
  language: string;
  publisher?: string;
  address?: string;
  section?: string;
  keywords?: string[];
  picture?: Record<string, string>;
  /** What must be reported as sure; nothing else of headline, authors and date may be. */
  sure: string[];
}

export interface PageCase {
  name: string;
  html: string;
  facts: PageFacts;
  markdown: string;
}

const folder = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));

/** The saved pages in tests/fixtures/pages: a folder each with the page, its facts and its text. */
export function pageCases(): PageCase[] {
  return readdirSync(folder).map((name) => {
    const read = (file: string): string => readFileSync(`${folder}${name}/${file}`, 'utf8');
    return { name, html: read('page.html'), facts: JSON.parse(read('expected.json')) as PageFacts, markdown: read('expected.md').trim() };
  });
}
