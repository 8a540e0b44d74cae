import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { endIndexing, indexText } from './pagefind.ts';
import { searchRecord } from './record.ts';

const dir = mkdtempSync(join(tmpdir(), 'stet-pagefind-'));
afterAll(async () => {
  await endIndexing();
  rmSync(dir, { recursive: true });
});

test('Pagefind leaves out the fragment that nobody reads, and its files are gone afterwards', async () => {
  const { record } = searchRecord([
    { text: [['élysée', '𝒳', '伊'], []], author: [['jane', 'doe']], person: [], place: [], title: [['a', 'title']] },
    { text: [['troops']], author: [], person: [], place: [['idlib']], title: [['another']] },
  ]);
  const sizes = await indexText(record, join(dir, 'scratch'), (folder) => {
    const fragments = join(folder, '../fragment');
    return readdirSync(fragments).map((file) => statSync(join(fragments, file)).size);
  });
  // Another file, or one with something in it, tells that Pagefind names fragments in another way: see `putFragment`.
  expect(sizes).toEqual([0]);
  expect(existsSync(join(dir, 'scratch'))).toBe(false);
});

test('Pagefind goes on while somebody needs it', async () => {
  const { record } = searchRecord([{ text: [['troops']], author: [], person: [], place: [], title: [['a', 'title']] }]);
  const indexing = indexText(record, join(dir, 'scratch'), (folder) => readdirSync(folder).length);
  await endIndexing();
  expect(await indexing).toBe(1);
});
