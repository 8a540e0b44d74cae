import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeArticle } from '../../tests/support/make-archive.ts';
import { writeBundle } from '../search/index.ts';
import { endIndexing } from '../search/pagefind.ts';
import { type IndexPart, readPart, writePart } from '../search/part.ts';
import { dropKept, findFragments, keep, readKept } from './kept.ts';

const parts = [
  [makeArticle({ slug: 'troops', title: 'Troops in Idlib' }), makeArticle({ slug: 'talks', title: 'Talks, again' })],
  [makeArticle({ date: '2020-03-06', slug: 'élysée', title: 'Élysée and Elysee', authors: ['Jane Doe'] })],
];

let dir: string;
let whole: Map<string, string>;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'stet-parts-'));
  whole = await write({ onMade: (at, made) => keep(join(dir, 'parts'), `key-${at}`, writePart(made)) });
  for (const [file, bytes] of whole) {
    mkdirSync(dirname(join(dir, 'site/bundle', file)), { recursive: true });
    writeFileSync(join(dir, 'site/bundle', file), Buffer.from(bytes, 'base64'));
  }
});
afterAll(async () => {
  await endIndexing();
  rmSync(dir, { recursive: true });
});

async function write(options: Partial<Parameters<typeof writeBundle>[0]>, title?: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const changed = title === undefined ? parts : parts.map((part, at) => (at === 1 ? part.map((article) => ({ ...article, title })) : part));
  await writeBundle({
    parts: changed,
    readText: ({ title: own }) => `${own} stood here.\n1,000 words.`,
    scratch: join(dir, 'scratch'),
    write: (file, bytes) => files.set(file, Buffer.from(bytes).toString('base64')),
    ...options,
  });
  return new Map([...files].sort());
}

const kept = (at: number): IndexPart => {
  const bytes = readKept(join(dir, 'parts'), `key-${at}`);
  if (bytes === undefined) throw new Error('The part is not there.');
  return readPart(bytes);
};

describe('parts that are kept', () => {
  test('give the bundle that parts made anew give, without a fragment', async () => {
    const files = await write({ kept });
    expect([...files]).toEqual([...whole].filter(([file]) => !file.startsWith('fragment/')));
  });

  test('are joined with one that has changed', async () => {
    const files = await write({ kept: (at) => (at === 0 ? kept(0) : undefined) }, 'Another');
    const clean = await write({}, 'Another');
    expect([...files]).toEqual([...clean].filter(([file]) => !file.startsWith('fragment/2020-03-05')));
  });

  test('count only where their fragments lie as they were made', () => {
    const find = () => findFragments(join(dir, 'site'), 'bundle', parts[0] ?? [], kept(0));
    const found = find() ?? [];
    expect(found.map(({ file }) => file.replace(/..\.stet$/, ''))).toEqual(['bundle/fragment/2020-03-05-', 'bundle/fragment/2020-03-05-']);
    const path = join(dir, 'site', found[1]?.file ?? '');
    const bytes = readFileSync(path);
    writeFileSync(
      path,
      bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
    );
    expect(find()).toBeUndefined();
    rmSync(path);
    expect(find()).toBeUndefined();
    writeFileSync(path, bytes);
    expect(find()).toHaveLength(2);
  });

  test('are not believed where they are damaged, and go when nobody wants them', () => {
    const folder = join(dir, 'damaged');
    const content = Buffer.from('troops\ntalks talk');
    keep(folder, 'one', content);
    keep(folder, 'other', content);
    expect(readKept(folder, 'one')).toEqual(content);
    expect(readKept(folder, 'none')).toBeUndefined();
    const bytes = readFileSync(join(folder, 'one'));
    for (const damaged of [bytes.subarray(0, -1), bytes.map((byte, at) => (at === bytes.length - 5 ? byte ^ 1 : byte)), Buffer.alloc(0)]) {
      writeFileSync(join(folder, 'one'), damaged);
      expect(readKept(folder, 'one')).toBeUndefined();
    }
    dropKept(folder, new Set(['other']));
    expect(readdirSync(folder)).toEqual(['other']);
  });
});
