import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { makeArchive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { archiveSchema } from '../schema/archive.ts';
import { articleSchema } from '../schema/article.ts';
import { endIndexing, searchLoader, writeBundle } from './index.ts';
import { type ArticleTable, TABLE_FILE } from './table.ts';

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
  released: { lists: [], topics: [] },
  pages: [],
});

async function write(readText: (article: Article) => string = ({ title }) => `${title} stood here.\nA second block.`) {
  const dir = mkdtempSync(join(tmpdir(), 'stet-index-'));
  made.push(dir);
  await writeBundle({ articles: archive.articles, names: archive, language: 'en', readText, dir: join(dir, 'bundle') });
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return { files: new Map(files.map((file) => [file.slice(dir.length), readFileSync(file)])) };
}

test('a bundle holds every article once, in one language, and only what the page loads', async () => {
  const { files } = await write();
  expect([...files.keys()].filter((name) => name.includes('/fragment/'))).toHaveLength(3);
  expect([...files.keys()].filter((name) => /-ui|highlight|playground|unknown|pagefind\.js/.test(name))).toEqual([]);
  const entry = JSON.parse(String(files.get('/bundle/pagefind-entry.json'))) as { languages: object };
  expect(Object.keys(entry.languages)).toEqual(['en']);
  const table = JSON.parse(String(inflateRawSync(files.get(`/bundle/${TABLE_FILE}`) ?? Buffer.alloc(0)))) as ArticleTable;
  expect(table).toMatchObject({
    prefix: 'en_',
    days: [18_326, 0, 303],
    language: [0, 1, 0],
    languages: ['en', 'ar'],
    sources: [['alwaght', 'Alwaght']],
    topics: [['syria', 'Syria']],
  });
});

test('the loader is Pagefind’s', async () => {
  expect(String(await searchLoader())).toContain('createInstance');
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
