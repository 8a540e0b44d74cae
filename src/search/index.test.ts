import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { makeArchive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { archiveSchema } from '../schema/archive.ts';
import { articleSchema } from '../schema/article.ts';
import { TABLE_FILE } from './catalogue.ts';
import { readWords } from './chunk.ts';
import { vocabularyOf, writeBundle } from './index.ts';
import { endIndexing } from './pagefind.ts';
import { factsFile, readFacts, readTable } from './table.ts';

const made: string[] = [];
afterAll(async () => {
  await endIndexing();
  for (const dir of made) rmSync(dir, { recursive: true });
});

function article(day: string, slug: string, title: string, language = 'en'): Article {
  const fields = articleSchema.parse({ title, source: 'alwaght', date: day, topics: ['syria'] });
  return { ...fields, id: `${day.replaceAll('-', '/')}/${slug}`, day, language, excerpt: '', file: `${slug}.md`, textDigest: 'x', digest: '' };
}

const archive = makeArchive({
  facts: archiveSchema.parse({ title: 'A', description: 'B', url: 'https://a.example/', language: 'en' }),
  articles: [article('2021-01-02', 'later', 'Later'), article('2020-03-05', 'جبهة', 'جبهة', 'ar'), article('2020-03-05', 'troops', 'Troops in Idlib')],
  sources: [{ id: 'alwaght', name: 'Alwaght' } as never],
  topics: [],
  gone: [],
  released: { lists: [], topics: [], feeds: [] },
  pages: [],
});

async function write(readText: (article: Article) => string = ({ title }) => `${title} stood here.\nA second block.`) {
  const dir = mkdtempSync(join(tmpdir(), 'stet-index-'));
  made.push(dir);
  const words = await writeBundle({
    parts: [archive.articles.slice(0, 2), archive.articles.slice(2)],
    readText,
    scratch: join(dir, 'scratch'),
    write: (file, bytes) => {
      mkdirSync(dirname(join(dir, 'bundle', file)), { recursive: true });
      writeFileSync(join(dir, 'bundle', file), bytes);
    },
  });
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return { dir: join(dir, 'bundle'), words, files: new Map(files.map((file) => [file.slice(dir.length), readFileSync(file)])) };
}

test('a bundle holds a fragment for each article, and only what the search reads', async () => {
  const { files, words, dir } = await write();
  expect([...files.keys()].map((name) => name.replace(/-[a-z0-9]{2}\.stet$|(?<=index\/)\w+|(?<=facts-)\w+/, ''))).toEqual([
    '/bundle/bundle.stet',
    '/bundle/facts-.stet',
    '/bundle/fragment/2020-03-05',
    '/bundle/fragment/2020-03-05',
    '/bundle/fragment/2021-01-02',
    '/bundle/index/.stet',
  ]);
  const table = readTable(inflateRawSync(files.get(`/bundle/${TABLE_FILE}`) ?? Buffer.alloc(0)));
  expect(table).toMatchObject({
    days: [18_326, 0, 303],
    languages: [
      ['ar', 1],
      ['en', 2],
    ],
    sources: [['alwaght', 3]],
    topics: [['syria', 3]],
  });
  const facts = readFacts(inflateRawSync(files.get(`/bundle/${factsFile(table.whole)}`) ?? Buffer.alloc(0)));
  expect(facts).toMatchObject({ source: [0, 0, 0], topics: [1, 1, 1], topic: [0, 0, 0], language: [1, 0, 1], length: [4, 3, 3] });
  expect(facts.fragments).toHaveLength(6);
  expect(table.chunks.from).toEqual(['a']);
  expect(words.forms).toContainEqual(['troops', 'troop']);
  expect(await vocabularyOf(dir, 'en')).toEqual(words);
});

test('an article without any word keeps its place', async () => {
  const { files } = await write(({ id }) => (id.endsWith('troops') ? 'Found.' : ''));
  const chunk = [...files].find(([name]) => name.includes('/index/'))?.[1] ?? Buffer.alloc(0);
  const found = [...readWords(inflateRawSync(chunk), (word) => word === 'found')];
  const at = archive.articles.findIndex(({ id }) => id.endsWith('troops'));
  expect(found.map(({ page }) => page)).toEqual([at]);
});

test('the same articles give the same bytes', async () => {
  const zone = process.env.TZ;
  const first = await write();
  process.env.TZ = 'Pacific/Kiritimati';
  const second = await write();
  process.env.TZ = zone;
  expect([...second.files.keys()]).toEqual([...first.files.keys()]);
  for (const [name, bytes] of first.files) expect(bytes.equals(second.files.get(name) ?? Buffer.alloc(0)), name).toBe(true);
});

test('a text that cannot be read stops the index', async () => {
  await expect(
    write(() => {
      throw new Error('gone');
    }),
  ).rejects.toThrow('gone');
});
