import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openFolder } from '../../src/content/files.ts';
import { readContent } from '../../src/content/read-content.ts';

/** Files of a content folder, by path below it. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The least that a valid content folder holds beside articles. */
export const minimal: Files = {
  'archive.yml': 'title: Test Archive\ndescription: For tests.\nurl: https://archive.example/\nlanguage: en\n',
  'sources/herald.yml': 'name: The Herald\n',
};

/** An article's file: its frontmatter, a line a string, and a text. */
export function article(fields: readonly string[] = [], body = 'One paragraph of text.\n'): string {
  return `---\n${fields.join('\n')}\n---\n\n${body}`;
}

/** Frontmatter with nothing but what is required. */
export const required = ['title: A headline', 'source: herald', 'date: 2020-03-05', 'topics: []'];

/** Where {@link required} may stand. */
export const place = 'articles/2020/03/05/headline.md';

/** Writes files into a fresh folder, which goes when the test ends; returns its path. */
export function contentFolder(files: Files): string {
  const dir = mkdtempSync(join(tmpdir(), 'stet-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  return dir;
}

/** The required fields with some in the place of others of the same name, and some more. */
export function fields(...changed: string[]): string[] {
  const names = changed.map((line) => line.split(':')[0]);
  return [...required.filter((line) => !names.includes(line.split(':')[0])), ...changed];
}

/** Takes the beginning of a text as it stands. */
export const options = { excerpt: (body: string) => body.trim().slice(0, 20), paragraphIds: (body: string) => body.trim().split(/\n\n+/) };

/** Every fault in a content folder as one line: `file:line:column message → hint`. */
export function faultsIn(dir: string): string[] {
  const { faults, content } = readContent(dir, options);
  expect(content === undefined, 'content is there where nothing is wrong').toBe(faults.length > 0);
  const here = `${openFolder(dir).name('.')}/`;
  return faults.map(({ file, line, column, message, hint }) => {
    const path = relative(dir, resolve(file)).replaceAll('\\', '/');
    return `${path}:${line}:${column} ${message.replaceAll(here, '')} → ${hint}`;
  });
}

/** What is wrong with a content folder, and how that is told. */
export interface FaultCase {
  what: string;
  /** Beside {@link minimal}, or in the place of its files. */
  files: Files;
  /** As {@link faultsIn} has them. */
  faults: string[];
}

/** Tests that each folder has its faults and no other. */
export function testFaults(name: string, cases: readonly FaultCase[]): void {
  describe(name, () => {
    test.for(cases)('$what', ({ files, faults }, { skip }) => {
      const all = { ...minimal, ...files };
      const dir = contentFolder(all);
      const written = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      skip(written.length < Object.keys(all).length, 'This disk takes two of the names for one.');
      expect(faultsIn(dir)).toEqual(faults);
    });
  });
}
