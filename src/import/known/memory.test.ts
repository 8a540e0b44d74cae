import { appendFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KnownArticle } from './known.ts';
import { Memory } from './memory.ts';
import { sketch } from './sketch.ts';

const made: KnownArticle = {
  file: 'a.md',
  digest: 'first',
  title: 'A headline',
  address: 'https://herald.example/1',
  topics: ['syria'],
  authors: ['Jane Doe'],
  aliases: [],
  sketch: sketch(Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ')),
};

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'stet-memory-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Opens the memory of an import, asks it for the file, and lets it remember the answer; tells what had to be done for it. */
function importOnce(dir: string, digest: string, dryRun = false): string {
  let done = 'remembered';
  const memory = new Memory({ dir, cache: join(dir, 'cache'), scratch: folder(), dryRun });
  const article = memory.article('a.md', () => {
    done = 'read';
    return {
      digest,
      article: () => {
        done = 'sketched';
        return { ...made, digest };
      },
    };
  });
  memory.begun();
  const place = memory.add(article as KnownArticle);
  expect(memory.at(place)).toMatchObject({ ...made, digest });
  memory.end();
  return done;
}

test('an article is read again only where its file is another, and sketched only where its bytes are', () => {
  const dir = folder();
  writeFileSync(join(dir, 'a.md'), 'text');
  expect(importOnce(dir, 'first')).toBe('sketched');
  expect(importOnce(dir, 'first')).toBe('remembered');
  utimesSync(join(dir, 'a.md'), 1, 1);
  expect(importOnce(dir, 'first')).toBe('read');
  expect(importOnce(dir, 'first')).toBe('remembered');
  appendFileSync(join(dir, 'a.md'), 'more');
  expect(importOnce(dir, 'second', true)).toBe('sketched');
  // A dry run has left nothing behind.
  expect(importOnce(dir, 'second')).toBe('sketched');
});
